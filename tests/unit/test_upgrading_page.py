"""The page on upgrades names every step of the schema, and says of each whether the record is worked again."""

import re

from alembic.script import ScriptDirectory

from deploy.docs import ROOT
from storage.migrations import config

ROW = re.compile(r"^\| (\d{4}) \| (\S+) \| (.+?) \|(.*)\|$", re.MULTILINE)


def test_every_migration_stands_in_the_table_in_order() -> None:
    rows = ROW.findall((ROOT / "UPGRADING.md").read_text(encoding="utf-8"))
    steps = list(ScriptDirectory.from_config(config()).walk_revisions())[::-1]
    assert [revision for revision, *_ in rows] == [step.revision for step in steps]
    refilled = {revision for revision, _, _, at_the_upgrade in rows if "the record is worked again" in at_the_upgrade}
    assert refilled == {step.revision for step in steps if getattr(step.module, "replay", False)}
