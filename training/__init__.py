"""Trains the tagger that onrecord ships: `python -m training --data FOLDER`, or `make train DATA=FOLDER`."""
