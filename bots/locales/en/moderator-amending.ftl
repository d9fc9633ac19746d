# The items of an agenda, by hand; and what was published before.
moderator-agenda-items = ✏️ <b>The items of “{ $theme }”</b>: choose one to pin it, drop it or give it another title. 📌 pinned, ✖️ dropped, ▫️ not chosen. Whatever you change is public.
moderator-agenda-item = <b>{ $title }</b>
    { $supporters ->
        [one] One person asks for it
       *[other] { $supporters } people ask for it
    } <i>{ $refs }</i>
    { $why }
moderator-agenda-item-gone = This item is no longer in the draft. Type /agenda for the new one.
moderator-button-items = ✏️ Change the items
moderator-button-pin = 📌 Pin
moderator-button-drop = ✖️ Drop…
moderator-button-retitle = ✏️ Title…
moderator-button-unpinned = ↩️ Do not pin
moderator-button-undropped = ↩️ Do not drop
moderator-button-unretitled = ↩️ First title
moderator-ask-agenda-drop = Why should it not be on the agenda? Write the reason in a sentence: everybody will read it.
moderator-ask-agenda-title = What should it be called? Write the title; the first one stays readable beside it.
moderator-slip-agenda-words = It needs { $least } to { $most } characters that say something; this has { $length }. Write it again, or type /cancel.
moderator-agenda-pinned = 📌 Pinned: its time comes off first, and the agenda says so.
moderator-agenda-dropped = ✖️ Dropped: the agenda says so, with your reason.
moderator-agenda-retitled = ✏️ It has its new title.
moderator-agenda-undone = ↩️ As it was.
moderator-agenda-version = 📋 <b>Agenda of “{ $theme }”</b>, version { $version }, published { $when }
moderator-summary-version = 📝 <b>Summary of “{ $theme }”</b>, version { $version }, published { $when }
moderator-version-end = This was version { $version } of { $last }.
moderator-refused-not-admitted = { $ref } is not published: an item is named by a published question.
moderator-refused-nothing-to-undo = Nothing was decided by hand here any more.
