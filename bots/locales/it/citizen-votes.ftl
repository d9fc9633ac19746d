citizen-vote-progress = <i>{ $done } di { $total }</i> — sei d’accordo?
citizen-votes-until = ⏳ Si vota fino a { $when }.
citizen-vote-ask = Sei d’accordo?
citizen-vote-none-left =
    🎉 Non ne resta nessuna: hai votato { $done ->
        [0] tutto quello che c’è
        [one] l’unica affermazione proposta
       *[other] le { $done } affermazioni proposte
    }.
    Altre arrivano man mano che le persone danno la loro opinione.
citizen-vote-counted = Contato
citizen-vote-undone = Voto annullato
citizen-button-undo = ↩ Annulla { $ref }

citizen-questions =
    <b>{ $theme }</b>
    { $count ->
        [one] Una domanda
       *[other] { $count } domande
    }
citizen-questions-none = In «{ $theme }» non è ancora stata ammessa nessuna domanda. La tua può essere la prima.
citizen-question =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-question-mine =
    <b>{ $ref }</b> · 👍 { $supporters } · la tua
    { $text }
citizen-supported = 👍 Sostieni { $ref }.
citizen-unsupported = Non sostieni più { $ref }.
