# Dire autrement, contester, et d’où vient ce qui a été donné sur papier.
citizen-amend-prompt = ✏️ Écrivez-le à nouveau en un seul message, de { $least } à { $most } caractères. Votre premier texte reste tel quel ; le nouveau reçoit sa propre référence.
citizen-amend-published = Ce qui est publié le reste jusqu’à ce que votre nouveau texte soit accepté. Les votes et les soutiens restent avec l’ancien : on demandera à nouveau.
citizen-item-anew = Vous l’avez écrite autrement : { $ref }.
citizen-appeal-ask = ⚖️ Une personne qui n’a pas pris cette décision relira votre texte. Vous pouvez dire pourquoi, en un message de { $most } caractères au plus ; seule l’équipe de modération le lira. On ne conteste une décision qu’une fois.
citizen-button-appeal-bare = ⚖️ Contester sans explication
citizen-appealed = { $others ->
        [0] ⚖️ C’est noté pour <b>{ $ref }</b>. La personne qui a décidé ne peut pas se relire elle-même, et elle est seule pour le moment : votre demande attend une seconde personne. Je vous dirai ce qu’il en est.
       *[other] ⚖️ C’est noté pour <b>{ $ref }</b> : une autre personne va relire, et je vous dirai ce qu’il en est.
    }
citizen-appeal-open = ⚖️ Vous contestez cette décision : une autre personne va relire.
citizen-appeal-upheld = ⚖️ Une autre personne a relu : la décision est maintenue.
citizen-appeal-overturned = ⚖️ Une première décision avait été annulée à votre demande.
citizen-slip-reason = C’est un peu long : { $length } caractères pour { $most } au plus. Raccourcissez et envoyez à nouveau.
citizen-refused-appealed = Vous avez déjà contesté cette décision sur { $ref } ; on ne le peut qu’une fois.
citizen-refused-amend = { $ref } ne peut pas être récrite ainsi : un nouveau texte garde sa thématique et son genre.
citizen-trace-paper = 📄 Donnée sur papier : { $place }
citizen-trace-goes-on = ↪ { $ref } se poursuit sous { $into } :
