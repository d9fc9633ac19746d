# Saisir ce qui a été donné sur papier.
moderator-refused-length = Ce texte a { $length } caractères ; il en faut de { $least } à { $most } pour ce genre de contribution ({ $kind }).
moderator-refused-empty = Je ne trouve pas de mots dans ce texte.
moderator-menu-enter = Saisir ce qui a été donné sur papier
moderator-menu-takeback = Retirer une saisie, à la demande de la personne
moderator-menu-form = Une feuille à imprimer pour participer au stylo
moderator-entry-place =
    📄 <b>{ $theme }</b>
    D’où viennent les feuilles ? Par exemple « Médiathèque de Croix-de-Neyrat » ({ $most } caractères au plus). Ce lieu est montré avec la contribution.
    Ne saisissez que les feuilles dont la case d’accord est cochée, mot pour mot, sans nom ni numéro.
moderator-slip-entry-place = Il me faut un lieu, en { $most } caractères au plus.
moderator-entry-kind = 👤 <b>Une personne.</b> Que dit sa feuille ?
moderator-entry-text = ✍️ Recopiez le texte ({ $kind }, de { $least } à { $most } caractères), tel qu’il est écrit.
moderator-entry-received = 📥 <b>{ $ref }</b> est enregistrée ({ $place }). Notez cette référence sur le talon de la feuille : la personne pourra suivre sa contribution, ou demander qu’elle soit retirée. Une autre personne de l’équipe en décidera.
moderator-button-same-question = 👤 Même personne : une question
moderator-button-same-opinion = 👤 Même personne : un avis
moderator-button-same-testimony = 👤 Même personne : un témoignage
moderator-button-next-person = ➡️ Personne suivante
moderator-button-entry-done = ✅ C’est tout
moderator-entry-done = Merci. Ce que vous avez saisi attend une autre personne dans la file.
moderator-ask-takeback = Quelle saisie faut-il retirer ? Écrivez sa référence, par exemple Q-12.
moderator-taken-back = 🗑 <b>{ $ref }</b> est retirée : personne ne la voit plus.
moderator-refused-not-entered = { $ref } est venue par le chat : seul son auteur peut la retirer.
moderator-form-file = 🖨 La feuille de « { $theme } », à ouvrir dans un navigateur et à imprimer. Ensuite : /enter
