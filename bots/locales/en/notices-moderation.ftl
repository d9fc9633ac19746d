# What one is told of a decision that one contests, and of a text that was removed.
notice-appeal-upheld = ⚖️ Somebody else has read <b>{ $ref }</b> again: the decision stands, article { $article } of the charter: { $reason }
    You may word it differently and send it again.
notice-appeal-overturned = ⚖️ Somebody else has read <b>{ $ref }</b> again and agrees with you: it is published, everybody can read it.
notice-removed = <b>{ $ref }</b> is published no more: two people removed it under article { $article } of the charter: { $reason }
    You may word it differently, or ask that somebody else looks at it.
notice-removal-undone = ✅ <b>{ $ref }</b> is published again: its removal was undone.
notice-removal-requested = A colleague asks to remove <b>{ $ref }</b>, which is published, under article { $article } of the charter. It takes a second person: read it, then decide.
button-amend = ✏️ Word it differently
button-appeal = ⚖️ Appeal
notice-appeals = ⚖️ { $count ->
    [one] One appeal is
   *[other] { $count } appeals are
} waiting for somebody other than who decided first: /queue
