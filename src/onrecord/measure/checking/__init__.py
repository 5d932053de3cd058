"""The parts of the public benchmark of checks: how its quotes are cut, changed and known to be true or not."""
