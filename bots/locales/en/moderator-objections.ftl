# The guarantor’s objections.
moderator-help-object = <b>Object</b>
moderator-menu-object = Object in public
moderator-ask-objection = What is not right about how “{ $theme }” is led? Write it in { $most } characters at most: everybody will read it, under what is published and in the record.
moderator-slip-objection = An objection has { $least } to { $most } characters; this has { $length }. Write it again, or type /cancel.
moderator-button-objection-back = ↩️ Take it back
moderator-objected = ⚖️ Your objection about “{ $theme }” is public: under agenda and summary, in the record and in the open data. The team is told.
moderator-objection-taken-back = ↩️ Taken back: it is shown no more.
moderator-refused-unknown-objection = There is no such objection of yours.
moderator-record-objections = <b>Objections of the guarantor</b>
moderator-record-objection = • { $day }, { $theme }: “{ $text }”
