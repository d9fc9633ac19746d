# Live questions, for whoever leads the debate.
moderator-menu-live = The live questions of a debate
moderator-button-live = 🙋 Live questions
moderator-live =
    🙋 <b>{ $ref } · { $title }</b>
    { $count ->
        [0] Nothing has been asked yet.
        [one] One question.
       *[other] { $count } questions.
    } { $chosen } of { $most } chosen.
moderator-live-waiting =
    🕓 <b>{ $ref }</b> · waits, nobody else sees it
    { $text }
moderator-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-shortlisted =
    ⭐ <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-answered =
    ✔️ <b>{ $ref }</b> · answered
    { $text }
moderator-button-live-admit = ✅ Publish { $ref }
moderator-button-live-list = ⭐ { $ref }
moderator-button-live-unlist = ✖ ⭐ { $ref }
moderator-button-live-done = ✔️ { $ref } answered
moderator-button-live-reopen = ↩ { $ref } is still open
moderator-button-undo-admission = ↩ Undo { $ref }
moderator-live-said-admit = { $ref } is published.
moderator-live-said-undo = { $ref } waits again.
moderator-live-said-list = { $ref } is chosen.
moderator-live-said-unlist = { $ref } is no longer chosen.
moderator-live-said-done = { $ref } is answered: its author is told.
moderator-live-said-reopen = { $ref } is open again: its author is told.
moderator-refused-shortlist-full = { $most } questions are chosen already: mark one as answered, or take one out.
moderator-refused-answered = { $ref } is answered already.
moderator-refused-not-answered = { $ref } is not marked as answered.
