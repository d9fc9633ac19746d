"""The moderator bot: its own token, its own process, for those who hold a role."""
