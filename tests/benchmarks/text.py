"""How faithful the mathematics of texts is, beside the usual means, on labelled texts; and how fast.

`python -m tests.benchmarks.text`: the project's own labelled texts (tests/fixtures/text), then the evaluation data
where it is at hand. A bar that is missed is printed as missed. build/bench.json keeps what was found under "text".
"""

from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from time import perf_counter

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from deliberation.language import LANGUAGES
from deliberation.personal_data import mask
from deliberation.similarity import embedder
from deliberation.topics import topics
from tests.benchmarks import scores
from tests.benchmarks.report import Figure, Report, Score
from tests.fixtures.texts import labelled
from tests.integration.deliberation.evaluation import rows
from tests.integration.deliberation.test_texts import (
    Labelled,
    copies_of_real_texts,
    debate,
    gold,
    one_language,
    proposals,
    questions_of_a_debate,
    six_languages,
)

COPY, MARGIN, MIXED, LANGUAGE, MASKED, SPARED = 0.97, 0.05, 0.38, 0.99, 1.0, 0.01  # the bars of the project
BY_LANGUAGE = 0.05
DEBATES = {
    "meat": gold,
    "SIB": six_languages,
    "Grand débat, themes": debate,
    "Grand débat, questions": questions_of_a_debate,
    "Grand débat, proposals": proposals,
}
CIVIC = {"granddebat_mel_comments": "FR", "granddebat_mel_proposals": "FR", "covid_chat_questions": "FR"}


def main() -> None:
    report = Report("text")
    for part in (near_copies, own_topics, languages, personal_data, rudeness, own_kin, summaries, speed):
        part(report)
    for part in (their_copies, their_topics, their_languages, their_civic_texts, their_kin):
        try:
            part(report)
        except pytest.skip.Exception as reason:
            report.say(part.__name__.replace("_", " "), f"skipped: {reason}")
    report.keep()


def near_copies(report: Report) -> None:
    pairs = labelled("pairs")
    found = scores.copies(pairs)
    report.score(Score("near-copies, F1", found.f1, "plain ratio", scores.copies_by_letters(pairs), least=COPY))
    report.score(Score("near-copies, F1", found.f1, "embeddings", scores.copies_by_meaning(pairs), least=COPY))


def their_copies(report: Report) -> None:
    report.score(Score("near-copies of real questions, F1", copies_of_real_texts().f1, least=COPY))


def concerns() -> Labelled:
    return [(row["text"], row["concern"], row["language"]) for row in labelled("concerns")]


def own_topics(report: Report) -> None:
    the_topics(report, "concerns", concerns)
    mixed(report, "concerns", concerns)


def their_topics(report: Report) -> None:
    for what, found in DEBATES.items():
        the_topics(report, what, found)
    for language in LANGUAGES:
        the_topics(report, f"SIB in {language}", partial(one_language, language))
    mixed(report, "meat", gold)
    mixed(report, "SIB", six_languages)


def the_topics(report: Report, what: str, found: Callable[[], Labelled]) -> None:
    texts, labels, _ = zip(*found(), strict=True)
    words = scores.by_words(texts, labels, len(topics(texts).titles))
    report.score(Score(f"topics, {what}: V", scores.by_topic(texts, labels), "TF-IDF", words, least=words + MARGIN))


def mixed(report: Report, what: str, found: Callable[[], Labelled]) -> None:
    """Say whether texts in six languages are grouped by what they are about, and not by language."""
    texts, labels, spoken = zip(*found(), strict=True)
    report.score(Score(f"six languages, {what}: V by topic", scores.by_topic(texts, labels), least=MIXED))
    report.score(Score(f"six languages, {what}: V by language", scores.by_topic(texts, spoken), most=BY_LANGUAGE))


def languages(report: Report) -> None:
    short = [(row["text"], row["language"]) for row in labelled("short")]
    the_languages(report, "messages", short)
    the_languages(report, "French messages", [each for each in short if each[1] == "fr"])


def their_languages(report: Report) -> None:
    pairs = [(row["text"], row["lang"]) for row in rows("tatoeba_pairs")]
    pairs += [(row["en"], "en") for row in rows("tatoeba_pairs")]
    the_languages(report, "Tatoeba, SIB", pairs + [(text, language) for text, _, language in six_languages()])


def the_languages(report: Report, what: str, texts: Sequence[tuple[str, str]]) -> None:
    anything = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    theirs = scores.known_languages(texts, lambda text: str(anything.classify(text)[0]))
    ours = scores.known_languages(texts)
    report.score(Score(f"language under 80 characters, {what}", ours, "py3langid", theirs, least=LANGUAGE))


def personal_data(report: Report) -> None:
    texts = [*labelled("personal_data"), *labelled("civic")]
    ours, theirs = (scores.masked(texts, spans_of) for spans_of in (scores.our_spans, scores.phones_alone))
    report.score(Score("personal data, recall", ours.recall, "phonenumbers", theirs.recall, least=MASKED))
    report.score(Score("personal data, precision", ours.precision, "phonenumbers", theirs.precision))
    spared = [scores.touched([row["text"]], row["region"]) for row in labelled("civic")]
    report.score(Score("civic texts wrongly masked", sum(spared) / len(spared), most=SPARED))


def their_civic_texts(report: Report) -> None:
    for name, region in {**CIVIC, "decide_madrid_proposals": "ES"}.items():
        share = scores.touched([row["text"] for row in rows(name)], region)
        report.score(Score(f"texts masked, {name}", share, most=SPARED))


def rudeness(report: Report) -> None:
    found = scores.rude(labelled("rude"))
    report.score(Score("rude words, precision", found.precision))
    report.score(Score("rude words, recall", found.recall))


def own_kin(report: Report) -> None:
    the_kin(report, "concerns", concerns())


def their_kin(report: Report) -> None:
    the_kin(report, "meat", gold())


def the_kin(report: Report, what: str, found: Labelled) -> None:
    texts, labels, _ = zip(*found, strict=True)
    raw = scores.kin(texts, labels, lambda vectors: vectors)
    report.score(Score(f"kin, {what}: average precision", scores.kin(texts, labels), "not centred", raw))


def summaries(report: Report) -> None:
    texts = [row["text"] for name in ("civic", "concerns", "short") for row in labelled(name)]
    report.score(Score("summaries, sentences that are exact spans", scores.exact_share(texts), least=1.0))


def speed(report: Report) -> None:
    texts = [row["text"] for name in ("civic", "personal_data", "concerns", "short") for row in labelled(name)]
    report.add(Figure("masking, median of a text", median(map(seconds_of_masking, texts)), bar="50 µs"))
    embed = embedder()
    start = perf_counter()
    embed(texts)
    report.add(Figure("embedding, mean of a text", (perf_counter() - start) / len(texts)))
    asked = [row["text"] for row in labelled("concerns")]
    start = perf_counter()
    topics(asked)
    report.add(Figure(f"topics of {len(asked)} texts", perf_counter() - start))


def seconds_of_masking(text: str) -> float:
    """Measure without the memory of texts that were masked before."""
    start = perf_counter()
    mask.__wrapped__(text)
    return perf_counter() - start


if __name__ == "__main__":
    main()
