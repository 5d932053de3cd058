"""The parts of the public benchmarks of a trace: printings of real utterances, and articles with planted reprints."""
