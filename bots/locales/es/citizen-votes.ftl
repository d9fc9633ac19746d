citizen-vote-progress = <i>{ $done } de { $total }</i> — ¿está de acuerdo?
citizen-votes-until = ⏳ Se vota hasta el { $when }.
citizen-vote-ask = ¿Está de acuerdo?
citizen-vote-none-left =
    🎉 No queda ninguna: ha votado { $done ->
        [0] todo lo que hay
        [one] la única afirmación propuesta
       *[other] las { $done } afirmaciones propuestas
    }.
    Llegarán otras a medida que la gente dé su opinión.
citizen-vote-counted = Contado
citizen-vote-undone = Voto anulado
citizen-button-undo = ↩ Deshacer { $ref }

citizen-questions =
    <b>{ $theme }</b>
    { $count ->
        [one] Una pregunta
       *[other] { $count } preguntas
    }
citizen-questions-none = Todavía no se ha admitido ninguna pregunta en «{ $theme }». La suya puede ser la primera.
citizen-question =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-question-mine =
    <b>{ $ref }</b> · 👍 { $supporters } · la suya
    { $text }
citizen-supported = 👍 Usted apoya { $ref }.
citizen-unsupported = Ya no apoya { $ref }.
