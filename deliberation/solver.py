"""HiGHS, the one solver of linear and integer programmes, silent and the same everywhere."""

import highspy


class _Silent(highspy.Highs):
    """Without this it greets on standard output, before anybody can tell it to be still."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the name is HiGHS's
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def solver() -> highspy.Highs:
    """Return a silent HiGHS that gives the same answer everywhere."""
    model = _Silent()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1), ("mip_rel_gap", 0.0)):
        model.setOptionValue(option, value)
    return model
