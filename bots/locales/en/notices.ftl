# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> is published. Thank you: others can see it now.
notice-refused = <b>{ $ref }</b> was not accepted under article { $article } of the charter: { $reason }
    You may word it differently and send it again.
notice-merged = <b>{ $ref }</b> says the same as <b>{ $into }</b>: both are kept together.
notice-reconsidered = The decision on <b>{ $ref }</b> is being reviewed: it waits for the moderators again.
notice-seat-offered = 🪑 A seat is free for you: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    It is kept for you until { $until }. Will you take it?
notice-seat-expired = ⌛ The seat kept for you at <b>{ $title }</b> ({ $session }) was not taken in time: others can have it now. If you would like to come, ask for a seat again.
notice-session-reminder = ⏰ You have a seat: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    Something came up? Give your seat back: somebody may be waiting for it.
notice-session-moved = 📅 <b>{ $title }</b> ({ $session }) has a new date:
    🕑 { $when }
    📍 { $place }
    You keep your seat, or your place on the waiting list.
notice-session-cancelled = ❌ <b>{ $title }</b> ({ $session }), planned for { $when }, is cancelled. We are sorry.
notice-agenda-item = 📋 The agenda of “{ $theme }” is published. Your contribution ({ $ref }) is on it, as item { $rank }: <b>{ $title }</b>
notice-agenda-published = 📋 The agenda of “{ $theme }” is published. Your contribution ({ $ref }) is no item of it this time; it stays in the summary’s material and in the open data. The agenda says why.
notice-summary-published = 📝 The summary of “{ $theme }” is published. { $cited ->
        [yes] Your words are quoted in it ({ $ref }).
       *[no] Your words ({ $ref }) are part of its material.
    }
notice-publication-requested = A colleague asks to publish { $what ->
        [agenda] the agenda
       *[summary] the summary
    } of “{ $theme }”. Read it, then confirm: it takes two people.
button-take-seat = ✅ I’ll take it
button-leave-seat = I’ll leave it
button-calendar = 📎 Calendar file
button-give-seat-back = I cannot come
button-ask-seat-again = 🪑 Ask for a seat again
button-see = 👀 Read it
button-see-publication = 👀 Read and confirm
button-confirm = ✅ Confirm publication
button-open-agenda = 📋 See the agenda
button-open-summary = 📝 See the summary
notice-objection = ⚖️ The guarantor objects about “{ $theme }”: { $text }
