# Les recours dans la file.
moderator-former = ✏️ Nouvelle version de <b>{ $ref }</b> ({ $state }) : « { $text } »
moderator-former-refused = ✏️ Nouvelle version de <b>{ $ref }</b>, refusée (article { $article }) : « { $text } »
moderator-appeal = ⚖️ <b>Recours</b> — à regarder par une personne qui n’a pas décidé.
moderator-appeal-bare = <i>Contestée il y a { $age }, sans explication.</i>
moderator-appeal-reason = <i>Contestée il y a { $age } :</i> « { $reason } »
moderator-appeal-upheld = ⚖️ Après recours : décision maintenue.
moderator-appeal-overturned = ⚖️ Après recours : décision annulée, la contribution est publiée.
moderator-button-uphold = ⛔ Maintenir
moderator-button-overturn = ✅ Publier
moderator-appeals-own = ⚖️ { $count ->
        [1] Un recours contre une de vos décisions attend
       *[other] { $count } recours contre vos décisions attendent
    } une autre personne. Si vous êtes seul·e, il faut en inviter une : /invite
moderator-refused-own-decision = { $ref } : c’est votre propre décision qui est contestée ; une autre personne doit regarder.
moderator-refused-no-appeal = { $ref } : il n’y a plus de recours à trancher.
moderator-refused-own-entry = { $ref } : vous avez saisi ce texte ; une autre personne doit décider.
