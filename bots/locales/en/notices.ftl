# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> is published. Thank you: others can see it now.
notice-refused = <b>{ $ref }</b> was not accepted under article { $article } of the charter: { $reason }
    You may word it differently and send it again.
notice-merged = <b>{ $ref }</b> says the same as <b>{ $into }</b>: both are kept together.
notice-reconsidered = The decision on <b>{ $ref }</b> is being reviewed: it waits for the moderators again.
notice-seat-offered = 🪑 A seat is free for you: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    Will you take it?
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
button-see = 👀 Read it
button-confirm = ✅ Confirm publication
button-open-agenda = 📋 See the agenda
button-open-summary = 📝 See the summary
