"""What bots, pages and the command may ask; nothing here writes. Every answer is a frozen dataclass."""
