# Une pause pendant le vote, et ses propres votes.
citizen-vote-rest = 🌿 <b>Déjà { $done }. Merci !</b> Vous pouvez continuer avec celle-ci, voir où vous vous situez, ou vous arrêter pour aujourd’hui : les autres vous attendent.
citizen-button-vote-enough = 🌙 Assez pour aujourd’hui
citizen-vote-enough = 🌙 Merci, c’est déjà beaucoup pour aujourd’hui ! Vos votes sont comptés. Les autres affirmations vous attendent : /vote reprend là où vous en étiez.
citizen-button-my-votes = 🗳 Mes votes
citizen-my-votes = <b>Vos votes</b> ({ $count }) · vous seul·e les voyez
citizen-my-votes-none = Vous n’avez pas encore voté. Vous seul·e verrez vos votes.
citizen-my-vote =
    <b>{ $ref }</b> · { $vote }
    { $text }
citizen-my-vote-gone = <b>{ $ref }</b> · { $vote } · cette affirmation n’est plus montrée
citizen-my-vote-open = Votre vote : <b>{ $vote }</b>. Vous pouvez le changer jusqu’à la clôture.
citizen-my-vote-closed = Votre vote : <b>{ $vote }</b>. On ne peut plus le changer : le vote est clos ici.
citizen-button-take-vote-back = ↩ Retirer mon vote
