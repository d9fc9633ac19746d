# Several at once: what has no hint at all.
moderator-button-several = 🧺 Several at once
moderator-batch = 🧺 <b>{ $clean ->
        [one] One contribution without any hint
       *[other] { $clean } contributions without any hint
    }</b> (no personal data, no rude word, no copy){ $shown ->
        [one] , one here.
       *[other] , { $shown } here.
    } They are in your hands for ten minutes.
moderator-batch-line = <b>{ $ref }</b> · { $kind }
    { $text }
moderator-button-batch-admit = { $count ->
        [one] ✅ Admit it
       *[other] ✅ Admit these { $count }
    }
moderator-button-one-by-one = 📥 One by one
moderator-batch-none = Nothing can be admitted in one go: the rest wants to be read one by one.
moderator-batch-gone = This list is no longer in your hands: ask for a new one.
moderator-batch-admitted = { $count ->
        [0] Nothing was admitted: colleagues were faster.
        [one] ✅ <b>One contribution admitted</b>: { $refs }
       *[other] ✅ <b>{ $count } contributions admitted</b>: { $refs }
    }
moderator-button-batch-undo = ↩️ Undo all (30 s)
moderator-batch-undone = ↩️ { $count ->
        [one] One contribution waits
       *[other] { $count } contributions wait
    } again: { $refs }
moderator-batch-too-late = The 30 seconds are over: the authors know the decision.
