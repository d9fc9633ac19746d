# Topics: read, rename, merge, split.
moderator-menu-topics = The topics: rename, merge, split
moderator-topics = 🧩 <b>Topics of “{ $theme }”</b>: { $topics ->
        [one] one topic
       *[other] { $topics } topics
    }, { $texts ->
        [one] one contribution
       *[other] { $texts } contributions
    }. Tap one to read its contributions.
moderator-topics-none = No topics in “{ $theme }” yet: that needs admitted contributions.
moderator-topic-line = <b>{ $number }. { $title }</b>
    <i>{ $words }</i> — { $texts ->
        [one] one contribution
       *[other] { $texts } contributions
    }, { $people ->
        [one] one person
       *[other] { $people } people
    }
moderator-button-topics = 🧩 Topics
moderator-button-topic-rename = ✏️ Rename
moderator-button-topic-merge = 🔗 Merge into…
moderator-button-topic-part = ✂️ Split…
moderator-button-topic-part-now = ✂️ Make them a topic ({ $count })
moderator-button-topic-undo = ↩️ Undo this change
moderator-button-topic-edits = ↩️ Changes made ({ $count })
moderator-ask-topic-title = Which title should this topic have? Write it, in a few words that everybody understands.
moderator-topic-renamed = ✏️ The topic has a new title. Agenda and summary take it up.
moderator-topic-merge = Into which topic?
moderator-topic-merge-none = This is the only topic: there is no other to merge it into.
moderator-topic-merged = 🔗 The two topics are one now.
moderator-topic-part = Tap the contributions that should be a topic of their own.
moderator-topic-parted = ✂️ These contributions are a topic of their own now. What comes later goes to the nearer of the two.
moderator-topic-edits = Changes made to the topics of “{ $theme }”. Tap the one to undo.
moderator-topic-edits-none = There is no change to undo in the topics of “{ $theme }”.
moderator-topic-undone = ↩️ Undone.
moderator-refused-topic-changed = This topic has changed in the meantime. Open the list again: /topics
moderator-refused-unknown-topic-edit = This change is undone already.
