# Les parts de la population, et qui manque.
moderator-menu-strata = Qui vit ici : âges, quartiers, acteurs
moderator-menu-missing = Qui n’a pas encore la parole
moderator-stratum = { $stratum ->
        [age] Âge
        [area] Quartier
       *[actor] Acteur
    }
moderator-strata = 👥 <b>Qui vit ici</b>, selon la ville. C’est à ces parts que /missing compare les personnes qui participent.
moderator-strata-line = <b>{ $stratum }</b> : { $shares }
moderator-strata-share = { $value } { $percent } %
moderator-strata-none = <b>{ $stratum }</b> : pas encore de parts.
moderator-button-strata = 👥 Noter les parts
moderator-button-strata-undo = ↩️ Annuler ce changement
moderator-button-missing = 🔎 Qui manque ?
moderator-button-form = 📄 Feuille à imprimer
moderator-ask-strata = <b>{ $stratum }</b> : quelles parts de la population ? Écrivez-les en une ligne, 100 % en tout. Par exemple :
    <code>{ $example }</code>
moderator-ask-strata-known = Possible : { $values }.
moderator-ask-strata-areas = Ce sont aussi les quartiers parmi lesquels les gens choisissent ; « ailleurs » s’y ajoute tout seul.
moderator-slip-strata = { $fault ->
        [few] Il en faut au moins deux.
        [many] Il y en a trop : { $most } au plus.
        [unknown] Un de ces noms n’est pas dans la liste.
        [long] Un nom est trop long : { $longest } caractères au plus.
        [twice] Un nom est là deux fois.
        [sum] Cela fait { $total } % : il faut 100 %, à deux près.
       *[unreadable] Je n’ai pas compris : un nom, un nombre, puis « · » avant le suivant.
    }
moderator-strata-noted = ✅ C’est noté.
moderator-strata-undone = ↩️ Annulé : les parts d’avant valent de nouveau.
moderator-refused-targets = Ces parts ne font pas un tout : /strata
moderator-refused-unknown-targets = Ces parts ne valent déjà plus : /strata
moderator-missing-no-targets = Pour voir qui manque, il faut savoir qui vit ici : notez d’abord les parts des âges, des quartiers ou des acteurs avec /strata.
moderator-missing = 🔎 <b>Qui n’a pas encore la parole dans « { $theme } »</b>
    Personnes qui y ont écrit, soutenu, voté ou réservé une place : <b>{ $people }</b>
moderator-missing-stratum = <b>{ $stratum }</b> — { $clear ->
        [yes] il manque du monde :
       *[no] aucun écart plus grand que le hasard :
    }
moderator-missing-few = 🔻 <b>{ $value }</b> : { $share } % au lieu de { $target } % ({ $people } personnes). Il en faudrait environ { $needed } de plus.
moderator-missing-few-small = 🔻 <b>{ $value }</b> : moins de { $smallest } personnes, { $share } % au plus au lieu de { $target } %. Il en faudrait au moins { $needed } de plus.
moderator-missing-few-untold = 🔻 <b>{ $value }</b> : { $share } % au plus au lieu de { $target } % (nombre non dit). Il en faudrait au moins { $needed } de plus.
moderator-missing-there = • { $value } : { $share } % pour { $target } % ({ $people } personnes)
moderator-missing-there-small = • { $value } : moins de { $smallest } personnes, pour { $target } %
moderator-missing-there-untold = • { $value } : nombre non dit, pour { $target } %
moderator-missing-silent = ◻️ N’ont rien dit là-dessus : { $people }
moderator-missing-beside = ◻️ Ont dit autre chose, sans part notée : { $people }
moderator-missing-small = Un nombre inférieur à { $smallest } n’est pas dit, ni celui dont on pourrait le déduire.
moderator-missing-caution = <i>« Il manque » : l’écart est trop grand pour le hasard (cinq chances sur cent de se tromper par rubrique). Ne compte que ce que les gens ont bien voulu dire : c’est un indice, pas un recensement.</i>
moderator-missing-chart = { $theme } : qui participe
moderator-missing-there-now = participe
moderator-missing-target = vit ici
moderator-missing-caption = « { $theme } » : les parts de ceux qui participent (barres) et de la population (traits) ; les chiffres sont ceux du message précédent.
moderator-missing-next = { $clear ->
        [yes] <b>Et maintenant ?</b> Aller là où sont ces personnes :
       *[no] <b>Et maintenant ?</b> Personne ne manque clairement. Pour élargir encore :
    }
    • une affiche, avec un lien qui compte d’où l’on vient : { $link ->
        [none] redemandez /missing dans une minute, le bot des habitants ne dit pas son nom pour l’instant
       *[other] { $link } (le lieu à la place des points, voir /stats)
    }
    • la feuille à imprimer, pour qui n’a pas Telegram : /form, puis /enter
    • un message à qui participe déjà, pour qu’on en parle autour de soi : /broadcast
