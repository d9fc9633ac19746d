# The queue: one card a contribution.
moderator-card-head = 📥 <b>{ $ref }</b> · { $kind } · { $theme }
moderator-backlog = <i>{ $waiting ->
        [one] One contribution waits
       *[other] { $waiting } contributions wait
    }, the oldest for { $age }.</i>
age-days = { $count ->
        [one] a day
       *[other] { $count } days
    }
age-hours = { $count ->
        [one] an hour
       *[other] { $count } hours
    }
age-minutes = { $count ->
        [one] a minute
       *[other] { $count } minutes
    }
age-moments = a few moments
moderator-near-item = • <b>{ $ref }</b> { $text }
moderator-which-article = <b>Under which article of the charter?</b>
moderator-button-admit = ✅ Admit
moderator-button-refuse = ⛔ Refuse…
moderator-button-merge = 🔗 Merge into { $ref }
moderator-button-skip = ⏭ Skip
moderator-button-undo = ↩️ Undo (30 s)
moderator-button-next = ➡️ Next
moderator-button-take-again = ↩️ Take it again
moderator-button-all-themes = 📥 Other themes ({ $count })
moderator-decided-admitted = ✅ <b>Admitted.</b>
moderator-decided-refused = ⛔ <b>Refused</b>, article { $number }: { $title }.
moderator-decided-merged = 🔗 <b>Merged into { $into }</b>; both texts are kept.
moderator-decided-withdrawn = 🗑 <b>Withdrawn</b> by its author.
moderator-decided-waiting = ⏳ <b>Waiting.</b>
moderator-decided-skipped = ⏭ <b>{ $ref }</b>: left to a colleague; it comes back when nothing else waits.
moderator-queue-empty = 🎉 The queue is empty: nothing waits.
moderator-queue-in-hands = Nothing for you: { $waiting ->
        [one] the last contribution is
       *[other] the last { $waiting } contributions are
    } in colleagues’ hands.
