# Les points d’un ordre du jour, à la main ; et ce qui a déjà été publié.
moderator-agenda-items = ✏️ <b>Les points de « { $theme } »</b> : choisissez-en un pour l’épingler, le retirer ou lui donner un autre titre. 📌 épinglé, ✖️ retiré, ▫️ pas retenu. Tout ce que vous changez est public.
moderator-agenda-item = <b>{ $title }</b>
    { $supporters ->
        [one] Une personne le demande
       *[other] { $supporters } personnes le demandent
    } <i>{ $refs }</i>
    { $why }
moderator-agenda-item-gone = Ce point n’est plus dans le brouillon. Tapez /agenda pour voir le nouveau.
moderator-button-items = ✏️ Modifier les points
moderator-button-pin = 📌 Épingler
moderator-button-drop = ✖️ Retirer…
moderator-button-retitle = ✏️ Titre…
moderator-button-unpinned = ↩️ Ne pas épingler
moderator-button-undropped = ↩️ Ne pas retirer
moderator-button-unretitled = ↩️ Premier titre
moderator-ask-agenda-drop = Pourquoi ne doit-il pas être à l’ordre du jour ? Écrivez la raison en une phrase : tout le monde la lira.
moderator-ask-agenda-title = Comment doit-il s’appeler ? Écrivez le titre ; le premier restera lisible à côté.
moderator-slip-agenda-words = Il faut { $least } à { $most } caractères qui disent quelque chose ; ici, il y en a { $length }. Écrivez à nouveau, ou tapez /cancel.
moderator-agenda-pinned = 📌 Épinglé : son temps est pris d’abord, et l’ordre du jour le dit.
moderator-agenda-dropped = ✖️ Retiré : l’ordre du jour le dit, avec votre raison.
moderator-agenda-retitled = ✏️ Le nouveau titre est en place.
moderator-agenda-undone = ↩️ Comme avant.
moderator-agenda-version = 📋 <b>Ordre du jour de « { $theme } »</b>, version { $version }, publiée { $when }
moderator-summary-version = 📝 <b>Synthèse de « { $theme } »</b>, version { $version }, publiée { $when }
moderator-version-end = C’était la version { $version } sur { $last }.
moderator-refused-not-admitted = { $ref } n’est pas publiée : un point se nomme par une question publiée.
moderator-refused-nothing-to-undo = Rien n’est plus décidé à la main ici.
