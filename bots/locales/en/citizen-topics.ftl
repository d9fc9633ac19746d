# The topic of a contribution.
citizen-topic = → Topic { $number }: <b>{ $title }</b>
citizen-topic-words = People speak of: { $words }
