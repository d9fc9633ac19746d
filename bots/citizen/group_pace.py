"""How much the bot says in a group: as much as Telegram lets it, and to who just talks hardly anything."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

A_MINUTE = 20  # messages in one group: Telegram refuses more
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass
class Groups:
    """What was said in which group of late, in memory only."""

    said: dict[int, deque[datetime]] = field(default_factory=dict)
    greeted: dict[int, datetime] = field(default_factory=dict)

    def has_room(self, group: int, now: datetime) -> bool:
        """Count one more message, if there may be one."""
        recent = self.said.setdefault(group, deque())
        while recent and now - recent[0] >= MINUTE:
            recent.popleft()
        if len(recent) >= A_MINUTE:
            return False
        recent.append(now)
        return True

    def is_new_today(self, group: int, now: datetime) -> bool:
        """Say whether nobody was greeted here for a day; the next time somebody was."""
        last = self.greeted.get(group)
        if last and now - last < DAY:
            return False
        self.greeted[group] = now
        return True
