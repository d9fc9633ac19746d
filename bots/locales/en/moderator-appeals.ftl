# Appeals in the queue.
moderator-former = ✏️ A new version of <b>{ $ref }</b> ({ $state }): “{ $text }”
moderator-former-refused = ✏️ A new version of <b>{ $ref }</b>, refused (article { $article }): “{ $text }”
moderator-appeal = ⚖️ <b>Appeal</b> — for somebody who did not decide.
moderator-appeal-bare = <i>Appealed { $age } ago, without a reason.</i>
moderator-appeal-reason = <i>Appealed { $age } ago:</i> “{ $reason }”
moderator-appeal-upheld = ⚖️ After an appeal: the decision stands.
moderator-appeal-overturned = ⚖️ After an appeal: overturned, the contribution is published.
moderator-button-uphold = ⛔ Uphold
moderator-button-overturn = ✅ Publish
moderator-appeals-own = ⚖️ { $count ->
        [one] An appeal against a decision of yours waits
       *[other] { $count } appeals against your decisions wait
    } for somebody else. If you are alone, invite a colleague: /invite
moderator-refused-own-decision = { $ref }: the appeal is against your own decision; somebody else must look.
moderator-refused-no-appeal = { $ref }: there is no appeal to decide any more.
moderator-refused-own-entry = { $ref }: you entered this text; somebody else must decide.
