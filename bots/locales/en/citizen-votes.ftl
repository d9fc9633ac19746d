citizen-vote-progress = <i>{ $done } of { $total }</i> — do you agree?
citizen-votes-until = ⏳ Votes count until { $when }.
citizen-vote-ask = Do you agree?
citizen-vote-none-left =
    🎉 None is left: you have voted on { $done ->
        [0] everything there is
        [one] the one statement there is
       *[other] all { $done } statements
    }.
    New ones come as people give their opinion.
citizen-vote-counted = Counted
citizen-vote-undone = Taken back
citizen-button-undo = ↩ Undo { $ref }

citizen-questions =
    <b>{ $theme }</b>
    { $count ->
        [one] One question
       *[other] { $count } questions
    }
citizen-questions-none = Nobody’s question has been admitted yet in “{ $theme }”. Yours could be the first.
citizen-question =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-question-mine =
    <b>{ $ref }</b> · 👍 { $supporters } · yours
    { $text }
citizen-supported = 👍 You support { $ref }.
citizen-unsupported = You no longer support { $ref }.
