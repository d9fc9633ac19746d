"""What each part may tell is what it does tell, as its sources say."""

from deploy.docs import ROOT
from deploy.publishers import publishers
from events.permissions import ADMIN, TOLD, UPKEEP, inbox, users
from events.topology import CLERK
from storage.redaction import QUOTING

PARTS = {"citizen bot": "citizen-bot", "moderator bot": "moderator-bot", "clerk": "clerk", "timekeeper": "clerk"}


def test_a_part_may_tell_the_facts_that_its_sources_build_and_no_others() -> None:
    built = {name: set[str]() for name in PARTS.values()}
    for kind, parts in publishers(ROOT).items():
        for part in parts:
            built.get(PARTS.get(part, ""), set()).add(kind)
    built[CLERK] |= QUOTING  # which it tells again, when somebody is erased whom they quote
    assert {name: {fact.kind for fact in facts} for name, facts in TOLD.items()} == built


def test_only_those_who_keep_an_instance_may_tell_whatever_comes() -> None:
    wide = {user.name for user in users("lyon") if any(subject.endswith(".lyon.>") for subject in user.publish)}
    assert wide == {UPKEEP, ADMIN}


def test_each_hears_its_own_answers_only() -> None:
    heard = {user.name: [each for each in user.subscribe if each.startswith("_INBOX")] for user in users("lyon")}
    assert heard == {name: [f"{inbox(name)}.>"] for name in heard}
