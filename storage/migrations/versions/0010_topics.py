"""What moderators change about topics, and the numbers that topics keep."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "topic_edit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("contributions", sa.String(), nullable=False),
        sa.Column("others", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "placing",
        sa.Column("contribution", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("topic", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("contribution"),
    )
    op.create_table(
        "topic_count",
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("theme"),
    )
    for table in ("topic_edit", "placing"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_theme"), ["theme"], unique=False)


def downgrade() -> None:
    for table in ("placing", "topic_edit"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_theme"))
    for table in ("topic_count", "placing", "topic_edit"):
        op.drop_table(table)
