citizen-ask-prompt =
    ❓ <b>{ $theme }</b>
    Écrivez votre question en un message, de { $least } à { $most } caractères.
citizen-opinion-prompt =
    💬 <b>{ $theme }</b>
    Écrivez votre avis en un message, de { $least } à { $most } caractères. Une idée à la fois, pour que d’autres puissent voter.
citizen-slip-empty = Je ne trouve pas de mots dans ce message. Écrivez une phrase que d’autres puissent comprendre.
citizen-slip-short = C’est un peu court : { $length } caractères, il en faut au moins { $least }. Ajoutez quelques mots et renvoyez le message.
citizen-slip-long = C’est trop long de { $over } { $over ->
        [1] caractère
       *[other] caractères
    } ({ $length } pour { $most } au plus). Raccourcissez et renvoyez, ou écrivez en deux fois.
citizen-slip-piled = Ce message contient beaucoup de signes que personne ne voit, ou empilés les uns sur les autres. Écrivez-le à nouveau en lettres simples.
citizen-near-question = Cette question a peut-être déjà été posée. Voulez-vous plutôt la soutenir ?
citizen-near-own = Vous avez déjà envoyé presque la même chose. La voici :
citizen-near-opinion = Cet avis a peut-être déjà été donné. Voulez-vous plutôt voter dessus ?
citizen-quoted =
    <b>{ $ref }</b>
    { $text }
citizen-button-support = 👍 Soutenir { $ref }
citizen-button-unsupport = ✓ { $ref } soutenue — annuler
citizen-button-vote-on = 🗳 Voter sur { $ref }
citizen-button-keep-mine = Garder mon texte
citizen-draft-gone = Ce texte n’est plus là. Écrivez-le à nouveau avec /ask ou /opinion.
citizen-received = { $kind ->
        [opinion] ✅ Avis reçu : <b>{ $ref }</b>.
        [question] ✅ Question reçue : <b>{ $ref }</b>.
       *[other] ✅ Reçu : <b>{ $ref }</b>.
    }
    Une personne de la modération va lire votre texte ; je vous dirai ce qu’il devient.
citizen-button-see = 📄 { $ref }
citizen-what-is-this = Que voulez-vous faire de ce message ?
citizen-button-as-question = ❓ Une question
citizen-button-as-opinion = 💬 Un avis
citizen-button-neither = Ni l’un ni l’autre
citizen-left-alone = Très bien : je n’en ai rien gardé.
citizen-text-gone = Je ne vois plus ce message. Écrivez-le à nouveau avec /ask ou /opinion.

citizen-refused-unknown-theme = Je ne connais pas cette thématique. Celles qui sont ouvertes sont dans /themes.
citizen-refused-phase = Dans « { $theme } », ce n’est pas possible en ce moment ({ $phase }).
citizen-refused-length = Le texte a { $length } caractères ; il en faut de { $least } à { $most }.
citizen-refused-empty = Je ne trouve pas de mots dans ce message. Écrivez une phrase que d’autres puissent comprendre.
citizen-refused-unknown-contribution = Cette contribution n’est plus là.
citizen-refused-decided = { $ref } est déjà dans cet état : { $state }.
citizen-refused-unknown-session = Je ne connais pas ce débat. Les prochains sont dans /sessions.
citizen-refused-past = « { $title } » a déjà commencé.
citizen-refused-cancelled = « { $title } » est annulé. Les prochains débats sont dans /sessions.
citizen-refused-no-seat = Vous n’avez pas de place à « { $title } ». Vous pouvez en demander une dans /sessions.
