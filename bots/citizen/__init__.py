"""The bot that citizens talk to."""
