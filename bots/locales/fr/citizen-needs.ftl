# Ce qu’il faut aux gens pour participer.
citizen-button-need = 🤝 J’ai besoin de quelque chose pour participer
citizen-button-need-drop = Je n’ai plus besoin de rien
citizen-need-prompt =
    <b>{ $title }</b>
    De quoi avez-vous besoin pour participer ? Par exemple : une place pour un fauteuil roulant, la langue des signes, une garde d’enfant. Écrivez-le en un message, { $most } caractères au plus.

    Seules les personnes qui organisent ce débat le lisent. C’est effacé une semaine après le débat.
citizen-need-said = Vous avez écrit : { $text }
citizen-need-noted = 🤝 C’est noté : les personnes qui organisent le débat le liront. Vous pouvez le changer ici à tout moment.
citizen-need-dropped = C’est fait : ce que vous aviez écrit est effacé.
citizen-refused-no-need = Vous n’aviez rien demandé pour ce débat, ou c’est déjà effacé.
