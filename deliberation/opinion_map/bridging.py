"""The bridging score: how much a statement is liked beyond what the camps explain.

Model: vote = μ + b_person + b_statement + f_person·f_statement, fitted as Community Notes does (Wojcik and others:
"Birdwatch: Crowd Wisdom and Bridging Algorithms", arXiv 2210.15723): what one camp likes goes into the factors, what is
liked on either side into the statement's intercept b, which is the score. What such a fit leaves open, where the factor
has its zero, is set midway between the two camps, however large they are: the score is the vote of who stands there.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_matrix

from deliberation.opinion_map.assembly import Assembly, assemble

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FACTOR = 0.06  # ridge on factors: 0.03 for ratings from 0 to 1, carried over to votes from −1 to 1
INTERCEPT = 5 * FACTOR
PRIOR = 2.0  # votes: how many average ones a statement starts with when it is scored
FEWEST = 10  # people in a camp; where there are no two such camps, zero is where people stand on average
STEPS = 500
STILL = 1e-6  # the largest change of a score that is none
POWERS = 30  # of the start only; the steps do the rest
Z_95 = 1.959964


@dataclass(frozen=True, slots=True)
class Bridging:
    """Scores by statement index, on the scale of votes: above 0 is liked more than the average statement, by all sides.

    low, high: the 95 % interval of the ridge's posterior with each statement's own spread, the people's leanings taken
    as known; so it tells of few voters, not of a wrong model, and is somewhat too narrow: drawing people again
    (bootstrap) gave a tenth to a quarter more on three real debates. votes: how many people voted on it; without votes
    score and interval are 0. leaning: by participant index, where a person stands between the camps: below 0 or above
    (which is which means nothing).
    """

    mean: float
    score: Floats
    low: Floats
    high: Floats
    votes: Ints
    leaning: Floats
    fit: "Fit"

    def expected(self, participant: Ints, statement: Ints) -> Floats:
        """Return the votes that the model expects (about −1…1); of unknown people or statements, their average."""
        return self.fit.expected(participant, statement)


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model: (intercept, factor) by person and by statement."""

    mean: float
    people: Floats
    texts: Floats

    def expected(self, participant: Ints, statement: Ints) -> Floats:
        who, what = self.people[participant], self.texts[statement]
        return np.asarray(self.mean + who[:, 0] + what[:, 0] + who[:, 1] * what[:, 1])


@dataclass(frozen=True, slots=True)
class Side:
    """The votes seen from people or from statements: a row each."""

    seen: csr_matrix
    value: csr_matrix
    count: Floats
    total: Floats
    ridge: Floats  # of intercept and factor, times the mean number of votes a row

    @classmethod
    def of(cls, row: Ints, column: Ints, value: Floats) -> "Side":
        shape = (int(row.max()) + 1, int(column.max()) + 1)
        seen = csr_matrix((np.ones(len(row)), (row, column)), shape=shape)
        valued = csr_matrix((value, (row, column)), shape=shape)
        count = np.bincount(row).astype(np.float64)
        ridge = np.array([INTERCEPT, FACTOR]) * len(row) / shape[0]
        return cls(seen, valued, count, np.asarray(valued.sum(axis=1)).ravel(), ridge)

    def solved(self, mean: float, others: Floats) -> Floats:
        """Return the best (intercept, factor) of each row, given those of the columns: two equations a row."""
        intercept, factor = others.T
        terms = np.stack((intercept, factor, factor**2, intercept * factor), axis=1)
        base, lean, square, mixed = (self.seen @ terms).T
        left = self.total - mean * self.count - base
        right = self.value @ factor - mean * lean - mixed
        first, last = self.count + self.ridge[0], square + self.ridge[1]
        found = np.stack((last * left - lean * right, first * right - lean * left), axis=1)
        return np.asarray(found / (first * last - lean**2)[:, None])


def bridging(participant: ArrayLike, statement: ArrayLike, value: ArrayLike) -> Bridging:
    """Score statements from votes given as for the opinion map: the same bits for any order or repetition.

    Raises ValueError for other values or lengths.
    """
    return bridging_of(assemble(participant, statement, value))


def bridging_of(votes: Assembly) -> Bridging:
    """Score the statements of an assembly; people and statements without votes count for nothing."""
    people, who = np.unique(votes.participant, return_inverse=True)
    texts, what = np.unique(votes.statement, return_inverse=True)
    count = np.bincount(votes.statement, minlength=votes.statements).astype(np.int64)
    whole = Fit(0.0, np.zeros((votes.participants, 2)), np.zeros((votes.statements, 2)))
    if not len(people):
        return Bridging(0.0, whole.texts[:, 0], whole.texts[:, 0], whole.texts[:, 0], count, whole.people[:, 1], whole)
    value, margin = votes.value.astype(np.float64), np.zeros(votes.statements)
    by_text = Side.of(what, who, value)
    found = _scored(fitted(Side.of(who, what, value), by_text), by_text)
    margin[texts] = Z_95 * _error(found, who, what, value)
    whole.people[people], whole.texts[texts] = found.people, found.texts
    score = whole.texts[:, 0]
    fit = replace(whole, mean=found.mean)
    return Bridging(fit.mean, score, score - margin, score + margin, count, fit.people[:, 1], fit)


def _scored(fit: Fit, texts: Side) -> Fit:
    """Measure leanings from the middle between the camps, and the statements once more from there, hardly held back."""
    people = fit.people - np.array([0.0, _middle(fit.people[:, 1])])
    ridge = np.array([PRIOR, PRIOR])
    return Fit(fit.mean, people, replace(texts, ridge=ridge).solved(fit.mean, people))


def _middle(leaning: Floats) -> float:
    """Return the point midway between the means of two camps, split where that leaves the least spread within them."""
    sums, size = np.sort(leaning).cumsum(), len(leaning)
    left = np.arange(FEWEST, size - FEWEST + 1)
    if not len(left):
        return float(leaning.mean())
    below, above = sums[left - 1], sums[-1] - sums[left - 1]
    best = (below**2 / left + above**2 / (size - left)).argmax()
    return float(below[best] / left[best] + above[best] / (size - left[best])) / 2


def fitted(people: Side, texts: Side) -> Fit:
    """Solve for people and statements in turn (alternating least squares) until the scores stand still."""
    mean = float(people.total.sum() / people.count.sum())
    fit = Fit(mean, np.zeros((len(people.count), 2)), _start(people, texts))
    for _ in range(STEPS):
        before = fit.texts[:, 0]
        found = people.solved(fit.mean, fit.texts)
        fit = _settled(Fit(fit.mean, found, texts.solved(fit.mean, found)))
        if np.abs(fit.texts[:, 0] - before).max() < STILL:
            break
    return fit


def _start(people: Side, texts: Side) -> Floats:
    """Return no intercepts, and factors near the direction in which votes differ most."""
    mean = texts.total / texts.count
    rows = people.value - people.seen.multiply(mean[None, :])
    columns = rows.T.tocsr()
    rows, spread = rows.tocsr(), np.asarray(columns.multiply(columns).sum(axis=1)).ravel()
    factor = np.zeros(len(mean))
    factor[spread.argmax()] = 1.0
    for _ in range(POWERS):
        ahead = columns @ (rows @ factor)
        length = np.sqrt((ahead**2).mean())
        if length == 0:
            break
        factor = ahead / length
    return np.stack((np.zeros(len(mean)), factor), axis=1)


def _settled(fit: Fit) -> Fit:
    """Go straight to the cheapest of all models that expect the same votes, which the steps approach only slowly.

    Three things can move between the parameters without any effect on what is expected: averages into μ, a share of one
    side's factors into its intercepts while the other side's factors shift, and length between the factors.
    """
    (who, leaning), (what, factor) = fit.people.T, fit.texts.T
    mean = fit.mean + who.mean() + what.mean()
    who, what = who - who.mean(), what - what.mean()
    what, leaning = _shifted(what, factor, leaning)
    who, factor = _shifted(who, leaning, factor)
    lengths = np.sqrt((leaning**2).mean()), np.sqrt((factor**2).mean())
    if min(lengths) > 0:
        ratio = np.sqrt(lengths[1] / lengths[0])
        leaning, factor = leaning * ratio, factor / ratio
    return Fit(float(mean), np.stack((who, leaning), axis=1), np.stack((what, factor), axis=1))


def _shifted(intercept: Floats, factor: Floats, other: Floats) -> tuple[Floats, Floats]:
    """Move c·factor into the intercepts and c out of the other side's factors, where that costs least."""
    pull = FACTOR * other.mean() - INTERCEPT * (intercept * factor).mean()
    share = pull / (INTERCEPT * (factor**2).mean() + FACTOR)
    return intercept + share * factor, other - share


def _error(fit: Fit, who: Ints, what: Ints, value: Floats) -> Floats:
    """Return the standard error of each statement's intercept: the ridge's posterior, the leanings taken as known.

    The spread of a statement's votes around what is expected is its own, with a prior of that of all votes.
    """
    residual = (value - fit.expected(who, what)) ** 2
    size, leaning = len(fit.texts), fit.people[who, 1]
    count = np.bincount(what, minlength=size)
    lean, square = np.bincount(what, leaning, size), np.bincount(what, leaning**2, size)
    spread = (np.bincount(what, residual, size) + PRIOR * residual.mean()) / (count + PRIOR)
    first, last = count + PRIOR, square + PRIOR
    return np.asarray(np.sqrt(spread * last / (first * last - lean**2)))
