# To word something differently, to appeal, and where something was given on paper.
citizen-amend-prompt = ✏️ Write it anew in one message, { $least } to { $most } characters. Your first text stays as it is; the new one gets a reference of its own.
citizen-amend-published = What is published stays so until your new text is accepted. Votes and supports stay with the old one: people will be asked anew.
citizen-item-anew = You wrote it anew: { $ref }.
citizen-appeal-ask = ⚖️ Somebody who did not take this decision will read your text again. You may say why, in one message of at most { $most } characters; only the moderators read it. A decision can be appealed once.
citizen-button-appeal-bare = ⚖️ Appeal without giving a reason
citizen-appealed = { $others ->
        [0] ⚖️ Noted for <b>{ $ref }</b>. Whoever decided must not look again, and is alone at the moment: your appeal waits for a second person. I will tell you what becomes of it.
       *[other] ⚖️ Noted for <b>{ $ref }</b>: somebody else will read it again, and I will tell you what becomes of it.
    }
citizen-appeal-open = ⚖️ You have appealed: somebody else will read it again.
citizen-appeal-upheld = ⚖️ Somebody else has read it again: the decision stands.
citizen-appeal-overturned = ⚖️ An earlier decision was overturned at your request.
citizen-slip-reason = That is a bit long: { $length } characters, at most { $most }. Please shorten it and send it again.
citizen-refused-appealed = You have appealed against this decision on { $ref } already; that is possible once.
citizen-refused-amend = { $ref } cannot be written anew like this: a new text keeps its theme and its kind.
citizen-trace-paper = 📄 Given on paper: { $place }
citizen-trace-goes-on = ↪ { $ref } goes on as { $into }:
