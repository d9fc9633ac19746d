"""How contributions and votes are brought in from files, as the same facts that the bots publish."""
