citizen-mine = <b>What you gave</b> ({ $count })
citizen-mine-none = You have given nothing yet. What is on your mind?
citizen-mine-line =
    <b>{ $ref }</b> · { $state }
    { $text }
citizen-item-received = Received on { $when }, in “{ $theme }”.
citizen-item-state = State: { $state }
citizen-item-article =
    <b>Article { $number } of the charter: { $title }</b>
    { $text }
citizen-item-merged = Put beside { $ref }, which says the same.
citizen-item-attention = { $kind ->
        [opinion] { $votes ->
            [0] Nobody has voted on it yet.
            [one] One person has voted on it.
           *[other] { $votes } people have voted on it.
        }
       *[other] { $supports ->
            [0] Nobody supports it yet.
            [one] One person supports it.
           *[other] { $supports } people support it.
        }
    }
citizen-button-withdraw = Withdraw
citizen-button-withdraw-yes = Yes, withdraw it
citizen-withdraw-sure = Withdraw { $ref }? It is then shown to nobody any more. This cannot be undone.
citizen-withdrawn = { $ref } is withdrawn.
citizen-button-trace = 🔎 Follow
citizen-trace-which = Which contribution would you like to follow? Write /trace with its reference, for example /trace Q-12.
citizen-trace-unknown = I find no public contribution under this reference.
citizen-trace-nothing-yet = It is not in a published agenda or summary yet.
citizen-trace-agenda = → On the agenda: <b>{ $rank }. { $title }</b> ({ $minutes } min)
citizen-trace-summary = → Cited in the summary: <b>{ $section }</b>
