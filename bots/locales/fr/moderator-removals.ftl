# /remove : retirer, à deux, ce qui est publié.
moderator-menu-remove = Retirer ce qui est publié, à deux
moderator-ask-remove = Que faut-il retirer ? Écrivez la référence, par exemple Q-12.
moderator-removals = { $count ->
        [1] <b>Une demande de retrait attend :</b>
       *[other] <b>{ $count } demandes de retrait attendent :</b>
    }
moderator-removal-line = • <b>{ $ref }</b> { $text }
moderator-removal-asked = { $others ->
        [0] ✅ Demande notée pour <b>{ $ref }</b>, mais il n’y a personne d’autre pour l’approuver : invitez quelqu’un (/invite). En attendant, elle reste publiée.
        [1] ✅ Demandé : une personne est prévenue. Jusqu’à sa réponse, <b>{ $ref }</b> reste publiée.
       *[other] ✅ Demandé : { $others } personnes sont prévenues. Jusqu’à une réponse, <b>{ $ref }</b> reste publiée.
    }
moderator-removal-request = 🗑 Demande de retrait, article { $number } : { $title }.
moderator-removal-question = Faut-il la retirer ? Son auteur sera prévenu et pourra contester. Les votes sont gardés, mais ne comptent plus.
moderator-removal-own = C’est votre demande : une autre personne doit l’approuver.
moderator-button-removal-confirm = 🗑 Retirer
moderator-button-removal-drop = La laisser publiée
moderator-removal-dropped = <b>{ $ref }</b> reste publiée : la demande est abandonnée.
moderator-refused-removal-pending = Le retrait de { $ref } est déjà demandé : /remove montre la demande.
moderator-refused-removal-settled = Cette demande a déjà sa réponse.
moderator-refused-unknown-removal = Cette demande de retrait n’existe pas.
