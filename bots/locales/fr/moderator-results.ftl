# Ordre du jour et synthèse : brouillon, publication à deux.
moderator-agenda-none = Pas encore d’ordre du jour pour « { $theme } » : il faut des questions publiées.
moderator-summary-none = Pas encore de synthèse pour « { $theme } » : il faut des contributions publiées.
moderator-agenda-draft = 📋 <b>Ordre du jour de « { $theme } »</b> — brouillon
moderator-summary-draft = 📝 <b>Synthèse de « { $theme } »</b> — brouillon
moderator-agenda-requested = 📋 <b>Ordre du jour de « { $theme } »</b>, tel qu’il serait publié
moderator-summary-requested = 📝 <b>Synthèse de « { $theme } »</b>, telle qu’elle serait publiée
moderator-draft-behind = ⏳ Le calcul prend du temps : voici la dernière version connue.
moderator-draft-changed = 🔄 Le brouillon a changé depuis. Voici le nouveau : relisez-le.
moderator-draft-publish = Voilà ce qui serait publié. On le publie ? Une seconde personne confirmera.
moderator-draft-later = La phase « { $phase } » ne permet pas encore de publier : c’est possible à partir de la délibération.
moderator-draft-file = Le document entier
moderator-draft-translation = Ce que liront celles et ceux qui lisent { $spoken }
moderator-button-publish = 📣 Publier exactement ceci
moderator-publish-requested = ✅ Demandé : { $what ->
        [agenda] l’ordre du jour
       *[summary] la synthèse
    } de « { $theme } » sera en ligne dès qu’une de ces personnes aura confirmé : { $names }.
moderator-publish-alone = ✅ Demandé, mais il n’y a personne d’autre pour confirmer : { $what ->
        [agenda] l’ordre du jour
       *[summary] la synthèse
    } de « { $theme } » attend. Invitez un·e collègue : /invite
moderator-confirm-question = Confirmez-vous la publication de ce texte ?
moderator-confirm-nothing = { $version ->
        [0] C’est votre demande : un·e collègue doit la confirmer.
       *[other] C’est publié (version { $version }).
    }
moderator-published = 📣 Publié : { $what ->
        [agenda] l’ordre du jour
       *[summary] la synthèse
    } de « { $theme } », version { $version }. Chaque auteur en est averti.
moderator-agenda-reasons = <b>Pourquoi</b>
moderator-agenda-reason = <b>{ $rank }. { $title }</b>
    { $why }
moderator-agenda-left-out = • <b>{ $title }</b> ({ $supporters ->
        [1] une personne
       *[other] { $supporters } personnes
    }) <i>{ $refs }</i>
    { $why }
