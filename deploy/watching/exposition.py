"""What a part shows at /metrics: what it counts, its condition, its disk, what it looks up; each with its name."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from prometheus_client import REGISTRY, disable_created_metrics, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.parser import text_string_to_metric_families

from deploy.waiting import Condition
from deploy.watching.disk import room
from deploy.watching.gauges import Gauges

READY, WHETHER_READY = "palabre_ready", "Whether the part has all it needs for its work"


class Exposition:
    """The metrics of one part, as Prometheus reads them."""

    def __init__(self, condition: Condition, home: Path) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # it has no annotations
        self.condition = condition
        self.gauges = Gauges()
        self._home = home.absolute()

    async def text(self) -> bytes:
        """Return everything that this part shows."""
        return written([(self.condition.name, [*REGISTRY.collect(), *self._own(), *await self.gauges.fresh()])])

    def _own(self) -> list[Metric]:
        ready = GaugeMetricFamily(READY, WHETHER_READY, value=not self.condition.trouble())
        lacking = GaugeMetricFamily("palabre_lacking", "What the part waits for", labels=["what"])
        for what in self.condition.lacking:
            lacking.add_metric([what], 1)
        disk = room(self._home)
        return [
            ready,
            lacking,
            GaugeMetricFamily("palabre_disk_free_bytes", "Room left on the disk of PALABRE_HOME", value=disk.free),
            GaugeMetricFamily("palabre_disk_bytes", "Size of that disk", value=disk.total),
        ]


def written(shown: Iterable[tuple[str, Iterable[Metric]]]) -> bytes:
    """Return metrics of several parts as one text, each sample with its part's name."""
    families: dict[str, Metric] = {}
    for part, metrics in shown:
        for metric in metrics:
            into = families.setdefault(metric.name, Metric(metric.name, metric.documentation, metric.type))
            into.samples += [
                each if "part" in each.labels else each._replace(labels={**each.labels, "part": part})
                for each in metric.samples
            ]
    return generate_latest(_Families(families.values()))


def read(text: bytes) -> Sequence[Metric]:
    """Return the metrics in what another part has written."""
    return list(text_string_to_metric_families(text.decode()))


def missing(names: Iterable[str], metrics: Iterable[Metric]) -> Metric:
    """Return who of these shows nothing: they are not ready."""
    here = {each.labels["part"] for metric in metrics if metric.name == READY for each in metric.samples}
    ready = GaugeMetricFamily(READY, WHETHER_READY, labels=["part"])
    for name in names:
        if name not in here:
            ready.add_metric([name], 0)
    return ready


class _Families:
    """Metrics that were collected already."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = list(metrics)

    def collect(self) -> Iterable[Metric]:
        return self._metrics
