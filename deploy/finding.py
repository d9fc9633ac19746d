"""What is found when an instance is looked at: each trouble with its mend, in one line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and, where that is not well, how it is mended.

    `unsafe`: it is seen, not only not shown, that what is acknowledged may be lost.
    """

    name: str
    found: str
    mend: str | None = None
    unsafe: bool = False

    @property
    def well(self) -> bool:
        return self.mend is None

    @property
    def line(self) -> str:
        return f"{self.name}: {self.found}" if self.well else f"{self.name}: {self.found}; {self.mend}"
