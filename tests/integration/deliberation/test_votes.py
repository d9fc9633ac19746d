"""Real votes: exact planes of real debates, and the published outcome of a real Equal Shares election."""

from time import perf_counter

import numpy as np
import pytest
from scipy.linalg import subspace_angles
from sklearn.cluster import KMeans

from deliberation.equal_shares import ejr_plus_violations, equal_shares
from deliberation.opinion_map import VoteState, assemble, opinion_map
from deliberation.opinion_map.clusters import k_means
from deliberation.opinion_map.plane import Cells, drawn, plane
from tests.integration.deliberation.evaluation import at_hand, ballots, polis_votes

DEBATES = (
    "15-per-hour-seattle",
    "brexit-consensus",
    "canadian-electoral-reform",
    "london.youth.policing",
    "scoop-hivemind.biodiversity",
    "scoop-hivemind.ubi",
    "vtaiwan.uberx",
)
BUDGETS = (
    "france_toulouse_2019_",
    "poland_gdansk_2020_",
    "poland_warszawa_2022_wesola",
    "poland_warszawa_2023_ursynow",
    "poland_wieliczka_2023",
    "poland_zabrze_2020_centrum-polnoc",
)


@pytest.mark.parametrize("debate", DEBATES)
def test_the_plane_of_a_real_debate_is_exact(debate: str) -> None:
    votes = assemble(*polis_votes(at_hand(f"polis/{debate}")))
    matrix = np.full((votes.participants, votes.statements), np.nan)
    matrix[votes.participant, votes.statement] = votes.value
    seen = ~np.isnan(matrix)
    mean = np.where(seen, matrix, 0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    centred = np.where(seen, matrix - mean, 0)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:2]
    position, found = plane(votes)
    assert subspace_angles(found.T, axes.T).max() < 1e-6
    scale = np.sqrt(seen.any(axis=0).sum() / np.maximum(seen.sum(axis=1), 1))
    expected = centred @ axes.T * scale[:, None]
    np.testing.assert_allclose(position, expected * np.sign((found * axes).sum(axis=1)), atol=1e-8)


@pytest.mark.parametrize("debate", DEBATES)
def test_the_map_of_a_real_debate_is_the_same_in_any_order_and_shows_no_small_group(debate: str) -> None:
    votes = polis_votes(at_hand(f"polis/{debate}"))
    held = assemble(*votes)
    order = np.random.default_rng(0).permutation(len(held.value))
    once = opinion_map(*votes)
    again = opinion_map(held.participant[order], held.statement[order], held.value[order])
    assert (once.position.tobytes(), once.group_of.tobytes()) == (again.position.tobytes(), again.group_of.tobytes())
    assert (once.groups, once.common_ground, once.contention) == (again.groups, again.common_ground, again.contention)
    assert [group.size for group in once.groups if group.size < 10] == []
    assert once.stability >= 0.6 if once.groups else once.stability == 0
    assert (once.participants, once.votes) == (len(np.unique(votes[0])), len(held.value))


@pytest.mark.parametrize("debate", DEBATES)
@pytest.mark.parametrize("k", [2, 3, 4, 5])
def test_groups_are_as_tight_as_those_of_scikit_learn(debate: str, k: int) -> None:
    votes = assemble(*polis_votes(at_hand(f"polis/{debate}")))
    points = plane(votes)[0][votes.votes_by_participant() >= 7]
    labels, centres = k_means(points, k, 0)
    theirs = KMeans(k, n_init=10, random_state=0).fit(points).inertia_
    assert ((points - centres[labels]) ** 2).sum() <= 1.001 * theirs


@pytest.mark.parametrize("debate", DEBATES)
def test_plane_and_groups_are_at_least_those_of_red_dwarf(debate: str) -> None:
    """Theirs is not exact where the matrix is large (scikit-learn's randomised solver): ours catches no less."""
    polis = pytest.importorskip("reddwarf.implementations.polis", reason="red-dwarf is not installed")
    votes = assemble(*polis_votes(at_hand(f"polis/{debate}")))
    cells = zip(votes.participant.tolist(), votes.statement.tolist(), votes.value.tolist(), strict=True)
    facts = [{"participant_id": who, "statement_id": what, "vote": value} for who, what, value in cells]
    theirs = polis.run_pipeline(votes=facts, random_state=0)
    matrix, (position, axes) = Cells.of(votes).centred(), plane(votes)
    found, expected = axes[:, votes.texts()].T, theirs.reducer.components_.T
    assert subspace_angles(found, expected).max() < 1e-4
    assert ((matrix @ found) ** 2).sum() >= (1 - 1e-12) * ((matrix @ expected) ** 2).sum()
    ours, those = position[votes.people()], theirs.participants_df[["x", "y"]].to_numpy()
    np.testing.assert_allclose(ours * np.sign((ours * those).sum(axis=0)), those, atol=1e-2)
    grouped = theirs.participants_df["to_cluster"].to_numpy()
    k = len(theirs.clusterer.cluster_centers_)
    labels, centres = k_means(ours[grouped], k, 0)
    assert ((ours[grouped] - centres[labels]) ** 2).sum() <= 1.001 * theirs.clusterer.inertia_


@pytest.mark.parametrize("debate", DEBATES)
def test_a_real_debate_told_vote_by_vote_has_the_same_plane(debate: str) -> None:
    participant, statement, value = polis_votes(at_hand(f"polis/{debate}"))
    state = VoteState.of(participant[:-500], statement[:-500], value[:-500])
    for vote in zip(participant[-500:].tolist(), statement[-500:].tolist(), value[-500:].tolist(), strict=True):
        state.put(*vote)
    votes = assemble(participant, statement, value)
    found = drawn(state.votes(), state.square(state.votes()))
    position, axes = plane(votes)
    assert subspace_angles(found.axes[:2].T, axes.T).max() < 1e-6
    np.testing.assert_allclose(found.position, position, atol=1e-8)


def test_wieliczka_2023_comes_out_as_it_was_published() -> None:
    found = ballots(at_hand("pabulib/poland_wieliczka_2023.pb"))
    chosen = equal_shares(found.costs, found.approvals, found.budget)
    assert frozenset(chosen.selected) == found.winners
    assert (len(chosen.selected), sum(found.costs[item] for item in chosen.selected)) == (30, 995_079)


@pytest.mark.parametrize("name", BUDGETS)
def test_a_real_budget_is_shared_in_sensible_time_and_leaves_no_group_short(name: str) -> None:
    found = ballots(at_hand(f"pabulib/{name}.pb"))
    start = perf_counter()
    chosen = equal_shares(found.costs, found.approvals, found.budget)
    assert perf_counter() - start < 20
    assert ejr_plus_violations(found.costs, found.approvals, found.budget, set(chosen.selected)) == []
    assert sum(found.costs[item] for item in chosen.selected) <= found.budget
    assert {item: round(sum(payers.values()), 5) for item, payers in chosen.payments.items()} == {
        item: found.costs[item] for item in chosen.selected if item not in chosen.filled
    }
