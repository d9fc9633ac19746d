"""The consent to be contacted again and drawn for a panel, as a button."""

from bots.citizen.visit import Visit


def contact_button(visit: Visit, *, allowed: bool) -> tuple[str, str]:
    label, data = ("citizen-button-contact-no", "cw") if allowed else ("citizen-button-contact-yes", "ca")
    return visit.say.plain(label), data
