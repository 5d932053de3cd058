"""What pages load."""
