# /remove: two persons take away what is published.
moderator-menu-remove = Remove what is published, by two people
moderator-ask-remove = What is to be removed? Write the reference, for example Q-12.
moderator-removals = { $count ->
        [one] <b>A request to remove something waits:</b>
       *[other] <b>{ $count } requests to remove something wait:</b>
    }
moderator-removal-line = • <b>{ $ref }</b> { $text }
moderator-removal-asked = { $others ->
        [0] ✅ Noted for <b>{ $ref }</b>, but there is nobody else to agree: invite a colleague (/invite). Until then it stays published.
        [one] ✅ Requested: one person has been told. Until they answer, <b>{ $ref }</b> stays published.
       *[other] ✅ Requested: { $others } people have been told. Until one answers, <b>{ $ref }</b> stays published.
    }
moderator-removal-request = 🗑 A request to remove it, article { $number }: { $title }.
moderator-removal-question = Shall it be removed? Its author is told and may appeal. The votes are kept, but count no more.
moderator-removal-own = It is your own request: somebody else must agree.
moderator-button-removal-confirm = 🗑 Remove
moderator-button-removal-drop = Leave it published
moderator-removal-dropped = <b>{ $ref }</b> stays published: the request is dropped.
moderator-refused-removal-pending = The removal of { $ref } is requested already: /remove shows the request.
moderator-refused-removal-settled = This request has its answer already.
moderator-refused-unknown-removal = There is no such request to remove something.
