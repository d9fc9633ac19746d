"""Files are read into facts; each row that cannot be one is named by its physical line and the reason."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from deploy.imports.import_palabre import palabre
from deploy.imports.import_polis import polis
from deploy.imports.import_rows import Fault, ImportError_, Maker, Reading
from events.contributions import OpinionGiven, QuestionAsked
from events.votes import VoteCast
from tests.conftest import NOON

MAKER = Maker(city="clermont-ferrand", theme="la-viande", secret="a secret of sixteen", now=NOON)
HEADER = "kind,id,author,text,language,target,value,created_at\n"
QUESTION = "question,q1,anna,Pourquoi la cantine sert-elle de la viande ?,,,,\n"
OPINION = "opinion,o1,anna,La cantine devrait servir moins de viande.,,,,\n"
COMMENTS = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
VOTES = "timestamp,datetime,comment-id,voter-id,vote\n"


def read(
    folder: Path, content: str | bytes, here: Mapping[UUID, str] = {}, sessions: Mapping[str, UUID] = {}
) -> Reading:
    file = folder / "file.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return palabre(file, MAKER, here, sessions)


def read_polis(folder: Path, comments: str, votes: str) -> Reading:
    (folder / "comments.csv").write_text(COMMENTS + comments, encoding="utf-8")
    (folder / "votes.csv").write_text(VOTES + votes, encoding="utf-8")
    return polis(folder, MAKER)


def faults(reading: Reading) -> list[tuple[int, str]]:
    return [(fault.line, fault.reason) for fault in reading.faults]


def refusal(folder: Path, content: bytes) -> str:
    with pytest.raises(ImportError_) as refused:
        read(folder, content)
    return str(refused.value).removeprefix(f"{folder}/")


def test_a_question_becomes_the_fact_that_the_bot_publishes(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        HEADER + "question,q1,anna,  Pourquoi la cantine sert-elle de la viande ? ,fr-FR,,,2026-11-01T10:00:00+01:00\n",
    )

    assert [act.fact for act in reading.contributions] == [
        QuestionAsked(
            event_id=MAKER.id_of("row", "q1"),
            city="clermont-ferrand",
            occurred_at=datetime(2026, 11, 1, 9, tzinfo=UTC),
            theme="la-viande",
            citizen=MAKER.citizen("palabre", "anna"),
            text="Pourquoi la cantine sert-elle de la viande ?",
            language="fr",
            origin="import:q1",
        )
    ]


def test_the_same_file_gives_the_same_facts(tmp_path: Path) -> None:
    content = HEADER + QUESTION + OPINION + "vote,v1,ben,,,o1,agree,\n"

    assert read(tmp_path, content) == read(tmp_path, content)


def test_an_author_is_not_found_again_without_the_secret(tmp_path: Path) -> None:
    other = Maker(city=MAKER.city, theme=MAKER.theme, secret="another secret of ours", now=NOON)

    assert MAKER.citizen("palabre", "anna") != other.citizen("palabre", "anna")


def test_a_vote_may_be_about_what_comes_further_down(tmp_path: Path) -> None:
    reading = read(tmp_path, HEADER + "vote,v1,ben,,,o1,disagree,\n" + OPINION)

    assert ([act.fact.value for act in reading.ballots], faults(reading)) == ([-1], [])


def test_a_vote_may_be_about_what_an_earlier_import_brought(tmp_path: Path) -> None:
    reading = read(tmp_path, HEADER + "vote,v1,ben,,,o1,pass,\n", here={MAKER.id_of("row", "o1"): "opinion"})

    assert ([act.fact.value for act in reading.ballots], faults(reading)) == ([0], [])


def test_a_sign_up_names_a_session_by_its_reference(tmp_path: Path) -> None:
    session = uuid4()
    reading = read(tmp_path, HEADER + "sign_up,s1,ben,,,S-1,,\nsign_up,s2,ben,,,S-2,,\n", sessions={"S-1": session})

    assert ([act.fact.session for act in reading.ballots], faults(reading)) == (
        [session],
        [(3, 'target: there is no session "S-2" in this theme')],
    )


def test_a_quoted_row_of_several_lines_is_known_by_its_first(tmp_path: Path) -> None:
    long = 'question,q1,anna,"Pourquoi la cantine\nsert-elle\nde la viande ?",,,,\n'

    assert faults(read(tmp_path, HEADER + long + "\n" + "question,q2,anna,Court ?,,,,\n")) == [
        (6, "text: 7 characters; of kind question it has 15 to 500")
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("quest,q1,anna,x,,,,", 'kind: "quest" is none of question, opinion, testimony, vote, support, sign_up'),
        ("question,,anna,x,,,,", "id and author must not be empty"),
        ("question,q1,,x,,,,", "id and author must not be empty"),
        (f"question,{'q' * 191},anna,x,,,,", "id: 191 characters; it has at most 190"),
        (f"opinion,o1,anna,{'x' * 281},,,,", "text: 281 characters; of kind opinion it has 15 to 280"),
        ("question,q1,anna,?????????????????????,,,,", "text: says nothing: write it in words"),
        ("question,q1,anna,Pourquoi tant de viande ?,français,,,", 'language: "français" is no code such as fr or en'),
        (
            "question,q1,anna,Pourquoi tant de viande ?,,,,2026-11-01",
            'created_at: "2026-11-01" is no moment such as 2026-11-24T18:30:00+01:00',
        ),
        (
            "question,q1,anna,Pourquoi tant de viande ?,,,,0001-01-01T00:00:00+14:00",
            'created_at: "0001-01-01T00:00:00+14:00" is no moment such as 2026-11-24T18:30:00+01:00',
        ),
        ("vote,v1,anna,,,o9,agree,", 'target: there is no contribution "o9" in this theme'),
        ("vote,v1,anna,,,o0,yes,", 'value: "yes" is none of agree, disagree, pass'),
        ("support,v1,anna,,,o0,,", 'target: "o0" is of kind opinion; a support needs a question'),
        ("opinion,o0,anna,La cantine devrait servir mieux.,,,,", 'id: "o0" is used on line 2 already'),
        (
            "opinion,o1,anna,La cantine, elle, devrait servir mieux.,,,,",
            "has 10 cells and the header 8: put texts with commas between quotation marks",
        ),
        ("opinion,o1,anna,La cantine\x00 devrait servir mieux.,,,,", "holds a control character"),
    ],
)
def test_a_bad_row_is_named_and_does_not_stop_the_others(tmp_path: Path, row: str, reason: str) -> None:
    good = "opinion,o0,anna,La cantine devrait servir moins de viande.,,,,\n"

    reading = read(tmp_path, HEADER + good + row + "\n" + QUESTION.replace("q1", "last"))

    assert (faults(reading), len(reading.contributions)) == ([(3, reason)], 2)


def test_a_row_that_is_not_in_utf_8_is_named(tmp_path: Path) -> None:
    content = (HEADER + QUESTION).encode() + "opinion,o1,anna,La viande à la cantine.,,,,\n".encode("latin-1")

    assert faults(read(tmp_path, content)) == [(3, "is not in UTF-8")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "file.csv is empty: see the columns with `palabre import --help`"),
        (HEADER.encode(), "file.csv is empty: it has a header and no rows"),
        (b"\x7fELF\x00\x01\xff", "file.csv lacks the column author: see the columns with `palabre import --help`"),
        (b"a;b;c\n1;2;3\n", "file.csv lacks the column author: see the columns with `palabre import --help`"),
    ],
)
def test_what_is_no_such_file_is_refused_as_a_whole(tmp_path: Path, content: bytes, says: str) -> None:
    assert refusal(tmp_path, content) == says


def test_a_polis_export_gives_statements_and_the_last_vote_of_each_pair(tmp_path: Path) -> None:
    reading = read_polis(
        tmp_path,
        "1000,,0,7,1,0,1,Ok\n",
        "3000,,0,8,-1\n2000,,0,8,1\n2000,,0,9,0\n",
    )

    statement = MAKER.id_of("polis", "comment", "0")
    assert [act.fact for act in reading.contributions] == [
        OpinionGiven(
            event_id=statement,
            city="clermont-ferrand",
            occurred_at=datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
            theme="la-viande",
            citizen=MAKER.citizen("polis", "7"),
            text="Ok",
            origin="polis:0",
        )
    ]
    assert [(act.fact.citizen, act.fact.statement, act.fact.value) for act in reading.ballots] == [
        (MAKER.citizen("polis", "9"), statement, 0),
        (MAKER.citizen("polis", "8"), statement, -1),
    ]
    assert isinstance(reading.ballots[0].fact, VoteCast)


def test_what_polis_refused_stays_out_with_its_votes_and_is_no_fault(tmp_path: Path) -> None:
    assert read_polis(tmp_path, "1000,,0,7,1,0,-1,Spam\n", "2000,,0,8,1\n") == Reading()


def test_bad_rows_of_a_polis_export_are_named_with_file_and_line(tmp_path: Path) -> None:
    reading = read_polis(
        tmp_path,
        '1000,,0,7,1,0,1,"Deux\nlignes"\n1000,,0,7,1,0,1,Encore\nsoon,,1,7,1,0,1,Hier\n1000,,2,7,1,0,1,\n',
        "2000,,0,8,yes\n2000,,9,8,1\n99999999999999999999,,0,8,1\n2000,,1,8,1\n2000,,0,8,1\n",
    )

    assert reading.faults == [
        Fault(4, 'comment-id: "0" is used on line 2 already', "comments.csv"),
        Fault(5, 'timestamp: "soon" is no number of milliseconds since 1970', "comments.csv"),
        Fault(6, "comment-body: 0 characters; a statement has 1 to 2000", "comments.csv"),
        Fault(2, 'vote: "yes" is none of 1 (agree), -1 (disagree), 0 (pass)', "votes.csv"),
        Fault(3, 'comment-id and voter-id: "9" must be in comments.csv, and neither be empty', "votes.csv"),
        Fault(4, 'timestamp: "99999999999999999999" is no number of milliseconds since 1970', "votes.csv"),
        Fault(5, 'comment-id: comment "1" stayed out', "votes.csv"),
    ]
    assert (len(reading.contributions), len(reading.ballots)) == (1, 1)


def test_a_folder_without_votes_is_no_polis_export(tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_text(COMMENTS, encoding="utf-8")

    with pytest.raises(ImportError_) as refused:
        polis(tmp_path, MAKER)

    assert str(refused.value) == f"{tmp_path} holds no votes.csv: name the folder of a Polis export"
