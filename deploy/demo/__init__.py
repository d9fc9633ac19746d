"""A first look: everything on one machine, with a Bot API look-alike in Telegram's place and a sample theme."""
