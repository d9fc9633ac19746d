citizen-vote-progress = <i>{ $done } sur { $total }</i> — êtes-vous d’accord ?
citizen-votes-until = ⏳ On vote jusqu’au { $when }.
citizen-vote-ask = Êtes-vous d’accord ?
citizen-vote-none-left =
    🎉 Il n’en reste plus : vous avez voté sur { $done ->
        [0] tout ce qu’il y a
        [1] la seule affirmation proposée
       *[other] les { $done } affirmations proposées
    }.
    D’autres arrivent à mesure que des avis sont donnés.
citizen-vote-counted = Compté
citizen-vote-undone = Vote annulé
citizen-button-undo = ↩ Annuler { $ref }

citizen-questions =
    <b>{ $theme }</b>
    { $count ->
        [1] Une question
       *[other] { $count } questions
    }
citizen-questions-none = Aucune question n’est encore admise dans « { $theme } ». La vôtre peut être la première.
citizen-question =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-question-mine =
    <b>{ $ref }</b> · 👍 { $supporters } · la vôtre
    { $text }
citizen-supported = 👍 Vous soutenez { $ref }.
citizen-unsupported = Vous ne soutenez plus { $ref }.
