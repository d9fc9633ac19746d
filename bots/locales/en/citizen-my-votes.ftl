# A rest while voting, and one's own votes.
citizen-vote-rest = 🌿 <b>{ $done } done. Thank you!</b> You can go on with this one, see where you stand, or stop for today: the others wait for you.
citizen-button-vote-enough = 🌙 Enough for today
citizen-vote-enough = 🌙 Thank you, that is plenty for today! Your votes are counted. The other statements wait for you: /vote carries on where you stopped.
citizen-button-my-votes = 🗳 My votes
citizen-my-votes = <b>Your votes</b> ({ $count }) · nobody but you sees them
citizen-my-votes-none = You have not voted yet. Nobody but you will see your votes.
citizen-my-vote =
    <b>{ $ref }</b> · { $vote }
    { $text }
citizen-my-vote-gone = <b>{ $ref }</b> · { $vote } · this statement is no longer shown
citizen-my-vote-open = Your vote: <b>{ $vote }</b>. You can change it until voting closes.
citizen-my-vote-closed = Your vote: <b>{ $vote }</b>. It can no longer be changed: voting is closed here.
citizen-button-take-vote-back = ↩ Take my vote back
