"""The bus of one's own or another's: its server, who may do what on it, how one shows who one is."""
