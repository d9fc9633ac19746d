# Agenda and summary: draft, publication by two people.
moderator-agenda-none = There is no agenda of “{ $theme }” yet: it needs admitted questions.
moderator-summary-none = There is no summary of “{ $theme }” yet: it needs admitted contributions.
moderator-agenda-draft = 📋 <b>Agenda of “{ $theme }”</b> — draft
moderator-summary-draft = 📝 <b>Summary of “{ $theme }”</b> — draft
moderator-agenda-requested = 📋 <b>Agenda of “{ $theme }”</b>, as it would be published
moderator-summary-requested = 📝 <b>Summary of “{ $theme }”</b>, as it would be published
moderator-draft-behind = ⏳ Computing takes its time: this is the last version known.
moderator-draft-changed = 🔄 The draft has changed since. This is the new one: please read it.
moderator-draft-publish = This is what would be published. Shall we? A second person will confirm.
moderator-draft-later = The phase “{ $phase }” does not allow publishing yet: it is possible from deliberating on.
moderator-draft-file = The whole document
moderator-draft-translation = What people will read { $spoken }
moderator-button-publish = 📣 Publish exactly this
moderator-publish-requested = ✅ Requested: { $what ->
        [agenda] the agenda
       *[summary] the summary
    } of “{ $theme }” will be public once one of these people has confirmed: { $names }.
moderator-publish-alone = ✅ Requested, but there is nobody else to confirm: { $what ->
        [agenda] the agenda
       *[summary] the summary
    } of “{ $theme }” waits. Invite a colleague: /invite
moderator-confirm-question = Do you confirm that this is published?
moderator-confirm-nothing = { $version ->
        [0] It is your own request: a colleague must confirm it.
       *[other] It is published (version { $version }).
    }
moderator-published = 📣 Published: { $what ->
        [agenda] the agenda
       *[summary] the summary
    } of “{ $theme }”, version { $version }. Every author is being told.
moderator-agenda-reasons = <b>Why</b>
moderator-agenda-reason = <b>{ $rank }. { $title }</b>
    { $why }
moderator-agenda-left-out = • <b>{ $title }</b> ({ $supporters ->
        [one] one person
       *[other] { $supporters } people
    }) <i>{ $refs }</i>
    { $why }
