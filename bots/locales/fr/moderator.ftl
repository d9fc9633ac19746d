# Le bot de modération : accueil, permissions, refus.
moderator-about = Palabre, côté modération : réservé aux personnes invitées par la ville.
moderator-stranger = Ce bot est réservé à l’équipe de modération, sur invitation. Pour participer au débat, écrivez à @{ $bot }.
moderator-private-only = Je ne travaille qu’en conversation privée : écrivez-moi directement.
moderator-edited = Un message modifié n’est pas exécuté : envoyez-le à nouveau.
moderator-forwarded = Un message transféré n’est pas exécuté : tapez-le vous-même.
moderator-stale = Ce bouton n’est plus d’actualité. Tapez /help pour continuer.
moderator-later = C’est bien reçu, mais la décision prend plus de temps que d’habitude. Regardez dans un instant.
moderator-text-please = Répondez par un texte, ou tapez /cancel.
moderator-cancelled = D’accord, on laisse. Tapez /help pour voir ce qui est possible.
moderator-welcome = Bonjour <b>{ $name }</b>, vous êtes ici comme <b>{ $role }</b>.
moderator-help =
    <b>Modérer</b>
    /queue — la prochaine contribution
    /ban Q-1, /unban Q-1 — exclure son auteur, ou le laisser revenir
    /themes — les thématiques
    /newtheme TITRE — en créer une
    /phase THÈME PHASE — la faire avancer, tout de suite ou à une date

    <b>Débattre</b>
    /newsession THÈME — planifier une séance
    /signups S-1 — qui vient
    /movesession S-1 — la déplacer ; /cancelsession S-1 — l’annuler

    <b>Publier</b>
    /agenda THÈME, /summary THÈME — relire et publier, à deux
    /broadcast THÈME — écrire à tous les participants
    /stats THÈME — les chiffres
    /roles — l’équipe
moderator-help-owner =
    <b>Administrer</b>
    /invite — donner un rôle
    /revoke M-2 — le reprendre
moderator-help-later = Il n’y a encore rien à faire ici pour votre rôle : nous vous préviendrons.
moderator-button-queue = 📥 File
moderator-button-themes = 🗂 Thématiques
moderator-button-agenda = 📋 Ordre du jour
moderator-button-summary = 📝 Synthèse
role-owner = propriétaire
role-moderator = modération
role-expert = expertise
role-reviewer = jury
role-facilitator = animation
role-guarantor = garant
moderator-refused-role = Votre rôle ne permet pas cela. Demandez à la personne propriétaire : /roles
moderator-refused-invitation = Cette invitation ne vaut plus : elle a servi ou a expiré. Demandez-en une autre.
moderator-refused-unknown-member = Personne ne s’appelle { $name } ici. Les noms sont dans /roles.
moderator-refused-last-owner = { $name } est la dernière personne propriétaire : invitez-en d’abord une autre.
moderator-refused-unknown-theme = Je ne connais pas la thématique « { $theme } ». La liste : /themes
moderator-refused-phase = « { $theme } » est en phase « { $phase } », qui ne le permet pas. La changer : /phase
moderator-refused-past-moment = Cette date est déjà passée. Écrivez une date à venir.
moderator-refused-same-phase = « { $theme } » est déjà en phase « { $phase } ».
moderator-refused-unknown-session = Je ne connais pas cette séance. Tapez /signups pour la liste.
moderator-refused-past = « { $title } » a déjà commencé : on ne peut plus la changer.
moderator-refused-cancelled = « { $title } » est déjà annulée. En planifier une autre : /newsession
moderator-refused-unknown-contribution = Cette contribution n’existe plus.
moderator-refused-decided = { $ref } est déjà décidée : { $state }.
moderator-refused-merge = { $ref } ne peut pas être rattachée à { $into }.
moderator-refused-not-yours = La décision sur { $ref } n’est pas de vous, ou ne vaut déjà plus.
moderator-refused-too-late = Les 30 secondes sont passées : la décision sur { $ref } est déjà connue de son auteur.
moderator-refused-unknown-publication = Cette demande de publication n’existe pas.
moderator-refused-second-person = Il faut deux personnes : c’est un·e collègue qui confirme.
moderator-refused-published-already = C’est déjà publié (version { $version }).
moderator-refused-outdated = Une contribution citée n’est plus publiée : ce texte n’est plus à jour. Il faut repartir du nouveau brouillon.
moderator-menu-queue = La prochaine contribution à décider
moderator-menu-themes = Les thématiques
moderator-menu-newtheme = Créer une thématique
moderator-menu-phase = Changer de phase
moderator-menu-newsession = Planifier une séance
moderator-menu-movesession = Changer la date d’une séance
moderator-menu-cancelsession = Annuler une séance
moderator-menu-signups = Les inscriptions à une séance
moderator-menu-agenda = L’ordre du jour : relire, publier
moderator-menu-summary = La synthèse : relire, publier
moderator-menu-stats = Les chiffres d’une thématique
moderator-menu-roles = L’équipe
moderator-menu-invite = Donner un rôle
moderator-menu-revoke = Reprendre un rôle
moderator-menu-help = Ce que je sais faire
moderator-menu-cancel = Laisser ce qui est commencé
