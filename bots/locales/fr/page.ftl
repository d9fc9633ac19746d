# Les pages publiques de la ville.
page-skip = Aller au contenu
page-languages = Langues
page-city-title = { $city } délibère
page-city-lead = Ce que les habitantes et habitants de { $city } demandent, pensent et décident ensemble, thème par thème.
page-city-themes = Les thématiques
page-city-none = Aucune thématique n’est ouverte pour le moment.
page-city-counts = { $texts ->
        [0] pas encore de contribution
        [1] une contribution
       *[other] { $texts } contributions
    }, { $votes ->
        [0] pas encore de vote
        [1] un vote
       *[other] { $votes } votes
    }
page-theme-lead = Les questions et les avis de { $city } sur « { $theme } », et ce qui en est sorti.
page-phases = Où en est la thématique
page-until = Jusqu’au { $when }, puis : { $then }.
page-number-people = personnes
page-number-texts = contributions publiées
page-number-votes = votes
page-take-part = Participer dans Telegram
page-agenda = Ordre du jour
page-agenda-none = L’ordre du jour n’est pas encore publié. Il se construit à partir des questions que les gens posent et soutiennent.
page-agenda-read = Pourquoi ces points, et ce qui n’a pas été retenu
page-edition = Version { $version }, publiée le { $when }.
page-agenda-budget = { $items ->
        [1] Un point
       *[other] { $items } points
    }, { $minutes } minutes de débat à partager.
page-agenda-how = Chaque personne a reçu la même part du temps de débat ; un point est retenu quand celles et ceux qui le soutiennent peuvent le payer ensemble (méthode des parts égales).
page-minutes = { $minutes } min
page-paid = Temps apporté par :
page-share = { $group }, { $minutes } min
page-left-out = Ce qui n’a pas été retenu ({ $items }), et ce qui a manqué
page-people = Soutenu par { $people } personnes
page-people-few = Soutenu par moins de { $few } personnes
page-summary = Synthèse
page-summary-none = La synthèse n’est pas encore publiée.
page-summary-read = Lire toute la synthèse
page-summary-how = Chaque phrase est, mot pour mot, celle d’une contribution ; touchez sa référence pour la lire en entier.
page-map = Carte des avis
page-map-read = Voir tout ce qui rassemble et divise, et les groupes
page-map-none = La carte apparaît quand au moins { $few } personnes ont voté.
page-map-common-ground = Ce qui rassemble
page-map-contention = Ce qui divise
page-map-uncertain = Ce qui laisse dans le doute
page-map-bridging = Ce qui plaît au-delà des camps
page-map-groups = { $groups } groupes d’avis
page-map-group = Groupe { $number } ({ $size } personnes) : ce qui le distingue
page-map-no-groups = Il n’y a pas de camps bien nets : les avis se croisent.
page-map-alt = Nuage de points : { $participants } personnes, placées près de celles qui votent comme elles ; { $groups ->
        [0] sans groupes nets
       *[other] { $groups } groupes
    }. Les listes ci-dessus disent la même chose.
page-map-caption = Un point est une personne ; deux points proches votent de façon semblable. Personne n’est nommé.
page-agree = { $percent } % d’accord
page-unsure = { $percent } % passent
page-disagree = { $percent } % pas d’accord
page-votes = { $votes } votes
page-sessions = Débats
page-sessions-none = Aucun débat n’est encore annoncé.
page-sessions-file = Ajouter les dates à mon agenda (.ics)
page-session-seats = { $free ->
        [0] Complet ({ $capacity } places) : liste d’attente dans Telegram
        [1] Une place libre sur { $capacity }
       *[other] { $free } places libres sur { $capacity }
    }
page-session-cancelled = Annulé
page-moderation = La modération
page-moderation-lead = Ce qui a été décidé, compté ; un tiret remplace ce qui concerne moins de { $few } personnes.
page-appeals-open = Recours en attente
page-appeals-upheld = Recours : décision maintenue
page-appeals-overturned = Recours : décision annulée
page-removals = Retraits après publication
page-moderation-times = La moitié des décisions ont pris { $median } au plus, neuf sur dix { $most }.
page-objection = Objection de la garante ou du garant, { $when }
page-data = Tout lire, tout vérifier
page-rest = Et encore { $count }, dans le fichier
page-paper = Ordre du jour et synthèse à imprimer (PDF)
page-record-read = Modération, registre et tous les fichiers
page-record-title = Modération et registre
page-files = Les fichiers
page-contributions = Lire les { $texts } contributions publiées
page-contributions-title = Contributions : { $theme }
page-contributions-lead = Telles qu’elles ont été écrites ; les données personnelles sont masquées (▒▒▒). Les autrices et auteurs restent anonymes.
page-pages = Pages
page-licence = Données ouvertes, licence { $licence }. Les parts des votes ne sont montrées que là où au moins 10 personnes ont voté.
page-feed = Suivre par Atom (RSS)
page-poster = Affiche à imprimer
page-record = Le registre
page-record-head = { $entries ->
        [1] Une écriture ; empreinte de la dernière :
       *[other] { $entries } écritures ; empreinte de la dernière :
    }
page-record-verify = Notez cette empreinte : si une seule écriture change, elle change aussi. Pour tout recalculer :
page-poster-lead = Une question ? Un avis ? Trente secondes suffisent.
page-poster-qr = Code à photographier, qui ouvre { $link }
page-poster-how = Photographiez le code avec votre téléphone : la conversation s’ouvre dans Telegram. Sans nom, sans compte à créer ici.
page-poster-no-bot = Le bot ne dit pas son adresse pour l’instant : rouvrez cette page dans une minute.
page-missing = Cette page n’existe pas (ou plus).
page-missing-next = Voir les thématiques de { $city }
page-foot-made = Fait avec Palabre, logiciel libre, pour { $city }.
page-foot-privacy = Ces pages ne posent aucun cookie et ne demandent rien à d’autres sites.
