# The moderator bot: welcome, permissions, refusals.
moderator-about = Palabre for moderators: for people whom the city has invited.
moderator-stranger = This bot is for the moderators’ team, by invitation. To take part in the debate, write to @{ $bot }.
moderator-private-only = I only work in private chats: write to me directly.
moderator-edited = An edited message is not carried out: please send it again.
moderator-forwarded = A forwarded message is not carried out: please type it yourself.
moderator-stale = This button is out of date. Type /help to go on.
moderator-later = Received, but the decision takes longer than usual. Look again in a moment.
moderator-text-please = Please answer with a text, or type /cancel.
moderator-cancelled = All right, we leave it. Type /help to see what is possible.
moderator-welcome = Hello <b>{ $name }</b>, your role here: <b>{ $role }</b>.
moderator-help =
    <b>Moderate</b>
    /queue — the next contribution
    /ban Q-1, /unban Q-1 — ban its author, or let them come back
    /themes — the themes
    /newtheme TITLE — create one
    /phase THEME PHASE — move it on, now or at a date

    <b>Meet</b>
    /newsession THEME — plan a session
    /signups S-1 — who comes
    /movesession S-1 — move it; /cancelsession S-1 — cancel it

    <b>Publish</b>
    /agenda THEME, /summary THEME — read and publish, by two people
    /broadcast THEME — write to all participants
    /stats THEME — the figures
    /roles — the team
moderator-help-owner =
    <b>Administer</b>
    /invite — give a role
    /revoke M-2 — take it back
moderator-help-later = There is nothing to do here for your role yet: we will let you know.
moderator-button-queue = 📥 Queue
moderator-button-themes = 🗂 Themes
moderator-button-agenda = 📋 Agenda
moderator-button-summary = 📝 Summary
role-owner = owner
role-moderator = moderator
role-expert = expert
role-reviewer = reviewer
role-facilitator = facilitator
role-guarantor = guarantor
moderator-refused-role = Your role does not allow this. Ask an owner: /roles
moderator-refused-invitation = This invitation is no longer valid: it was used or has expired. Ask for another one.
moderator-refused-unknown-member = Nobody is called { $name } here. The names are in /roles.
moderator-refused-last-owner = { $name } is the last owner: invite another one first.
moderator-refused-unknown-theme = I do not know the theme “{ $theme }”. The list: /themes
moderator-refused-phase = “{ $theme }” is in the phase “{ $phase }”, which does not allow this. Change it: /phase
moderator-refused-past-moment = This date is past. Write a date to come.
moderator-refused-same-phase = “{ $theme }” is in the phase “{ $phase }” already.
moderator-refused-unknown-session = I do not know this session. Type /signups for the list.
moderator-refused-past = “{ $title }” has begun: it can no longer be changed.
moderator-refused-cancelled = “{ $title }” is cancelled already. Plan another one: /newsession
moderator-refused-unknown-contribution = This contribution is gone.
moderator-refused-decided = { $ref } is decided already: { $state }.
moderator-refused-merge = { $ref } cannot be merged into { $into }.
moderator-refused-not-yours = The decision on { $ref } is not yours, or no longer stands.
moderator-refused-too-late = The 30 seconds are over: the author of { $ref } knows the decision.
moderator-refused-unknown-publication = There is no such request to publish.
moderator-refused-second-person = It takes two people: a colleague confirms.
moderator-refused-published-already = It is published already (version { $version }).
moderator-refused-outdated = A contribution quoted in it is no longer published: this text is out of date. Please start from the new draft.
moderator-menu-queue = The next contribution to decide
moderator-menu-themes = The themes
moderator-menu-newtheme = Create a theme
moderator-menu-phase = Change a phase
moderator-menu-newsession = Plan a session
moderator-menu-movesession = Change the date of a session
moderator-menu-cancelsession = Cancel a session
moderator-menu-signups = The sign-ups of a session
moderator-menu-agenda = The agenda: read, publish
moderator-menu-summary = The summary: read, publish
moderator-menu-stats = The figures of a theme
moderator-menu-roles = The team
moderator-menu-invite = Give a role
moderator-menu-revoke = Take a role back
moderator-menu-help = What I can do
moderator-menu-cancel = Leave what was begun
