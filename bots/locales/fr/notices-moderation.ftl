# Ce qu’on apprend d’une décision que l’on conteste, et d’un texte retiré.
notice-appeal-upheld = ⚖️ Une autre personne a relu <b>{ $ref }</b> : la décision est maintenue, article { $article } de la charte : { $reason }
    Vous pouvez l’écrire autrement et l’envoyer à nouveau.
notice-appeal-overturned = ⚖️ Une autre personne a relu <b>{ $ref }</b> et vous donne raison : c’est publié, tout le monde peut le lire.
notice-removed = <b>{ $ref }</b> a été retiré de la publication, par deux personnes, au titre de l’article { $article } de la charte : { $reason }
    Vous pouvez l’écrire autrement, ou demander qu’une autre personne regarde.
notice-removal-undone = ✅ <b>{ $ref }</b> est de nouveau publié : le retrait a été annulé.
notice-removal-requested = Un·e collègue demande de retirer <b>{ $ref }</b>, qui est publié, au titre de l’article { $article } de la charte. Il faut une seconde personne : lisez, puis décidez.
button-amend = ✏️ L’écrire autrement
button-appeal = ⚖️ Contester
notice-appeals = ⚖️ { $count ->
    [one] Un recours attend
   *[other] { $count } recours attendent
} la décision d’une autre personne que celle qui a décidé d’abord : /queue
